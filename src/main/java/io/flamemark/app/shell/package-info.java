/** The window: workspaces, menus, status bar. */
package io.flamemark.app.shell;
