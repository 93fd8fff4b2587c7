package io.flamemark.format;

/** Keys of a VIA 2 project file. */
final class ViaKeys {

    static final String SETTINGS = "_via_settings";
    static final String IMAGES = "_via_img_metadata";
    static final String ATTRIBUTES = "_via_attributes";
    static final String VERSION = "_via_data_format_version";
    static final String ORDER = "_via_image_id_list";

    static final String SETTINGS_PROJECT = "project";
    static final String PROJECT_NAME = "name";
    static final String SETTINGS_CORE = "core";
    static final String IMAGE_FOLDER = "default_filepath";

    private ViaKeys() {}
}
