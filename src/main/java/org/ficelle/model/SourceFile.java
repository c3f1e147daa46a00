package org.ficelle.model;

/**
 * A data file as a load found it.
 *
 * @param path from the folder that was loaded, with {@code /} between the parts
 * @param sha256 of the file's bytes, 64 hexadecimal digits
 */
public record SourceFile(String path, String sha256) {}
