/** What a person can do, each thing named once: menus, toolbars, the palette and the shortcut help are made from it. */
package io.flamemark.app.command;
