package io.flamemark.annotation;

/**
 * VIA's key of an image entry, usually file name and size joined ({@code swan.jpg62201}); opaque, because legal files
 * break that pattern.
 */
public record ImageId(String key) {}
