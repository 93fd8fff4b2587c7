package io.flamemark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One of several equal parts of a list of images, for several machines to share the work.
 *
 * @param index which, from 1
 * @param count of how many
 */
record Shard(int index, int count) {

    static final String ALL = "1/1";

    /** Every {@code count}th image, beginning with the {@code index}th. */
    List<Path> of(List<Path> images) {
        return IntStream.range(0, images.size())
                .filter(i -> i % count == index - 1)
                .mapToObj(images::get)
                .toList();
    }

    /** Reads {@code 2/8}. */
    static final class Converter implements ITypeConverter<Shard> {

        @Override
        public Shard convert(String text) {
            String[] parts = text.split("/");
            if (!text.matches("[1-9]\\d{0,5}/[1-9]\\d{0,5}")
                    || Integer.parseInt(parts[0]) > Integer.parseInt(parts[1])) {
                throw new TypeConversionException("it must be like 2/8, the second of eight parts, not " + text);
            }
            return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }
}
