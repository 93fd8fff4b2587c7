/**
 * Files: a JSON tree that can be written back byte for byte, JSON lines, CSV, atomic replacement, checksums, folders.
 */
package io.flamemark.files;
