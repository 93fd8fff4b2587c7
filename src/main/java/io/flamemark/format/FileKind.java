package io.flamemark.format;

/** What a file is, found by its content. */
public enum FileKind {
    VIA_PROJECT("a VIA project"),
    VIA_ANNOTATIONS("a VIA annotation export"),
    VIA_SINGLE_IMAGE("the VIA entry of one image"),
    VIA_ATTRIBUTES("a list of VIA attributes, which holds no images"),
    VIA_CSV("a VIA annotation export in CSV"),
    VIA_3("a VIA 3 project"),
    COCO("a COCO file"),
    COCO_RESULTS("a list of COCO results"),
    LABELME("a labelme file"),
    GEOJSON("a GeoJSON file"),
    XML("an XML file"),
    PICTURE("a picture"),
    ARCHIVE("an archive"),
    OTHER_JSON("JSON that is not a project"),
    NOT_JSON("no project and no JSON");

    private final String description;

    FileKind(String description) {
        this.description = description;
    }

    /** As it goes after "this is": {@code a COCO file}. */
    public String description() {
        return description;
    }

    /** Whether {@link ProjectFile} opens it. */
    public boolean opens() {
        return this == VIA_PROJECT || this == VIA_ANNOTATIONS || this == VIA_SINGLE_IMAGE;
    }

    /** What a person who chose such a file can do. */
    String advice() {
        return switch (this) {
            case VIA_3 -> "open its images in VIA 2, or export them there as a VIA 2 project";
            case VIA_CSV -> "in VIA, choose Annotation > Export Annotations (as json), and open that";
            case VIA_ATTRIBUTES -> "open the project these attributes belong to";
            case PICTURE -> "open the folder it lies in";
            case ARCHIVE -> "unpack it and open the project inside";
            case COCO_RESULTS, NOT_JSON, OTHER_JSON, XML -> "choose a VIA project or a VIA annotation export (JSON)";
            default -> "this version opens VIA projects and VIA annotation exports (JSON)";
        };
    }
}
