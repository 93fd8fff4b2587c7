package io.flamemark.format;

import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.files.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leads from regions to the JSON they were read from; put together when first asked, since a reader never needs it. */
final class RegionOrigins {

    private final Collection<ViaDocument.EntryNode> entries;
    private Map<RegionId, Place> places;

    /** The JSON of a region, and what it says. */
    record Origin(JsonValue node, Region known) {}

    private record Place(ViaDocument.EntryNode entry, int index) {

        Origin origin() {
            JsonValue node = ViaEntryReader.regionNode(entry.node(), index);
            return new Origin(node, entry.known().regions().get(index));
        }
    }

    RegionOrigins(Collection<ViaDocument.EntryNode> entries) {
        this.entries = entries;
    }

    /** Where a region came from, unless it is new. */
    Optional<Origin> of(RegionId id) {
        return Optional.ofNullable(places().get(id)).map(Place::origin);
    }

    private synchronized Map<RegionId, Place> places() {
        if (places == null) {
            places = new HashMap<>();
            for (ViaDocument.EntryNode entry : entries) {
                int index = 0;
                for (Region region : entry.known().regions()) {
                    places.put(region.id(), new Place(entry, index++));
                }
            }
        }
        return places;
    }
}
