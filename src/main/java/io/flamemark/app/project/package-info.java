/** The open project as all workspaces see it, and how it is opened and saved. */
package io.flamemark.app.project;
