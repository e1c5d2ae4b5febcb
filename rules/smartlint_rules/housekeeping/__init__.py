"""SUP, WAI, CFG and INT: suppressions, waivers, the configuration and the tool itself."""
