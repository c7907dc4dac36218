#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 declares ICU types in its headers, which clash with those of Foundation; none is used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
