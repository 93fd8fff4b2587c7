/**
 * The journal of edits that no project file holds yet, and their recovery after a crash. A journal is JSON lines, each
 * with a checksum: a base, which names the project file by its SHA-256, and the edits made on top of it.
 */
package io.flamemark.format.journal;
