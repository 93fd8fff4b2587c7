package io.flamemark.annotation;

import java.util.AbstractList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The images of a project, unmodifiable. A list that differs in one image shares the index of keys with the one it was
 * made of, so that an edit costs no more than a copy of references, however many images there are.
 */
final class ImageList extends AbstractList<ImageEntry> implements RandomAccess {

    private final ImageEntry[] images;
    private final Index index;

    private ImageList(ImageEntry[] images, Index index) {
        this.images = images;
        this.index = index;
    }

    /** Where each key stands; found out when first asked for. */
    private static final class Index {

        private Map<ImageId, Integer> positions;

        synchronized Integer of(ImageId id, ImageEntry[] images) {
            if (positions == null) {
                positions = new HashMap<>(images.length * 2);
                for (int i = 0; i < images.length; i++) {
                    positions.putIfAbsent(images[i].id(), i);
                }
            }
            return positions.get(id);
        }
    }

    static ImageList copyOf(Collection<ImageEntry> images) {
        if (images instanceof ImageList list) {
            return list;
        }
        ImageEntry[] copy = images.toArray(ImageEntry[]::new);
        for (ImageEntry image : copy) {
            Objects.requireNonNull(image);
        }
        return new ImageList(copy, new Index());
    }

    /** The image of a key, or null. */
    ImageEntry find(ImageId id) {
        Integer position = index.of(id, images);
        return position == null ? null : images[position];
    }

    /** The list with {@code next} in the place of the image of the same key; the same list where there is none. */
    ImageList with(ImageEntry next) {
        Integer position = index.of(next.id(), images);
        if (position == null || images[position] == next) {
            return this;
        }
        ImageEntry[] copy = images.clone();
        copy[position] = next;
        return new ImageList(copy, index);
    }

    @Override
    public ImageEntry get(int position) {
        return images[position];
    }

    @Override
    public int size() {
        return images.length;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ImageList that)) {
            return super.equals(other);
        }
        boolean same = images.length == that.images.length;
        for (int i = 0; same && i < images.length; i++) {
            same = images[i] == that.images[i] || images[i].equals(that.images[i]);
        }
        return same;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
