#include "CharterTemplates.h"

// One array and one row for each file of Templates/: a test compares them with the folder.

// #embed is C23, which this compiler has in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char client_client[] = {
#embed "../../Templates/Client/Client.swift.mustache"
};
static const unsigned char client_keys[] = {
#embed "../../Templates/Client/Keys.swift.mustache"
};
static const unsigned char client_method[] = {
#embed "../../Templates/Client/Method.swift.mustache"
};
static const unsigned char conformance_endpoint[] = {
#embed "../../Templates/Conformance/Endpoint.swift.mustache"
};
static const unsigned char conformance_harness[] = {
#embed "../../Templates/Conformance/Harness.swift.mustache"
};
static const unsigned char file[] = {
#embed "../../Templates/File.swift.mustache"
};
static const unsigned char header[] = {
#embed "../../Templates/Header.swift.mustache"
};
static const unsigned char interface[] = {
#embed "../../Templates/Interface.swift.mustache"
};
static const unsigned char models_apidescription[] = {
#embed "../../Templates/Models/APIDescription.swift.mustache"
};
static const unsigned char models_declaration[] = {
#embed "../../Templates/Models/Declaration.swift.mustache"
};
static const unsigned char models_endpoint[] = {
#embed "../../Templates/Models/Endpoint.swift.mustache"
};
static const unsigned char models_enumerationcoding[] = {
#embed "../../Templates/Models/EnumerationCoding.swift.mustache"
};
static const unsigned char models_objectcoding[] = {
#embed "../../Templates/Models/ObjectCoding.swift.mustache"
};
static const unsigned char models_objectjson[] = {
#embed "../../Templates/Models/ObjectJSON.swift.mustache"
};
static const unsigned char models_reply[] = {
#embed "../../Templates/Models/Reply.swift.mustache"
};
static const unsigned char models_type[] = {
#embed "../../Templates/Models/Type.swift.mustache"
};
static const unsigned char models_unioncoding[] = {
#embed "../../Templates/Models/UnionCoding.swift.mustache"
};
static const unsigned char server_api[] = {
#embed "../../Templates/Server/API.swift.mustache"
};
static const unsigned char server_document[] = {
#embed "../../Templates/Server/Document.swift.mustache"
};
static const unsigned char server_endpoint[] = {
#embed "../../Templates/Server/Endpoint.swift.mustache"
};
static const unsigned char server_missing_handlers[] = {
#embed "../../Templates/Server/MissingHandlers.swift.mustache"
};
static const unsigned char server_register[] = {
#embed "../../Templates/Server/Register.swift.mustache"
};

#define ROW(path, array) { path, array, sizeof array }

static const struct charter_template templates[] = {
    ROW("Client/Client.swift.mustache", client_client),
    ROW("Client/Keys.swift.mustache", client_keys),
    ROW("Client/Method.swift.mustache", client_method),
    ROW("Conformance/Endpoint.swift.mustache", conformance_endpoint),
    ROW("Conformance/Harness.swift.mustache", conformance_harness),
    ROW("File.swift.mustache", file),
    ROW("Header.swift.mustache", header),
    ROW("Interface.swift.mustache", interface),
    ROW("Models/APIDescription.swift.mustache", models_apidescription),
    ROW("Models/Declaration.swift.mustache", models_declaration),
    ROW("Models/Endpoint.swift.mustache", models_endpoint),
    ROW("Models/EnumerationCoding.swift.mustache", models_enumerationcoding),
    ROW("Models/ObjectCoding.swift.mustache", models_objectcoding),
    ROW("Models/ObjectJSON.swift.mustache", models_objectjson),
    ROW("Models/Reply.swift.mustache", models_reply),
    ROW("Models/Type.swift.mustache", models_type),
    ROW("Models/UnionCoding.swift.mustache", models_unioncoding),
    ROW("Server/API.swift.mustache", server_api),
    ROW("Server/Document.swift.mustache", server_document),
    ROW("Server/Endpoint.swift.mustache", server_endpoint),
    ROW("Server/MissingHandlers.swift.mustache", server_missing_handlers),
    ROW("Server/Register.swift.mustache", server_register),
};

long charter_template_count(void) { return sizeof templates / sizeof *templates; }

struct charter_template charter_template(long index) { return templates[index]; }
