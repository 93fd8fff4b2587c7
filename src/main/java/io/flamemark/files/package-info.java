/**
 * Files: a JSON tree that can be written back byte for byte, JSON lines, atomic replacement, checksums.
 */
package io.flamemark.files;
