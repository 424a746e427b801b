#pragma once

/// A file of Templates/, carried inside the executable.
struct charter_template {
    /// The path below Templates/, such as "Models/Type.swift.mustache".
    const char *path;
    /// The text, in UTF-8, without a zero at its end.
    const unsigned char *bytes;
    unsigned long size;
};

/// The number of templates.
long charter_template_count(void);

/// The template at an index below the count.
struct charter_template charter_template(long index);
