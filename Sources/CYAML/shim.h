#if __has_include(<yaml.h>)
#include <yaml.h>
#else
#error "libyaml's header yaml.h was not found. Install it: apt-get install libyaml-dev (Debian, Ubuntu) or brew install libyaml (macOS)"
#endif
