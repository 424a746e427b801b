"""The file in which a demo server says what its data is."""

import json

METHODS = ("get", "post", "put", "patch", "delete")


class Fixtures:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.content = json.load(file)
        self.base_url = self.content["baseURL"]
        self.tenant = self.content["tenants"][0]

    def headers(self, kind):
        """The header fields of the valid credential of a kind in the first tenant that may do most."""
        fitting = [
            each
            for each in self.content["credentials"]
            if (each["kind"], each["state"], each["tenant"]) == (kind, "valid", self.tenant)
        ]
        return max(fitting, key=lambda each: ("ADMIN" in each.get("scopes", []), "owner" in each.get("roles", [])))["headers"]

    def parameters(self, endpoint):
        """The values of an endpoint's parameters in the first tenant."""
        return self.content["parameters"][self.tenant].get(endpoint, {})

    def body(self, endpoint):
        """A body that the endpoint takes in the first tenant; nothing where the server names none."""
        return self.content.get("bodies", {}).get(self.tenant, {}).get(endpoint)
