import Markup

/// A setting that a capability brings: a row of the table of settings, and a field on the page of settings.
package struct CapabilitySetting: Sendable {
    /// Of the row, and of the field.
    package let name: String
    package let label: String
    package let hint: String?
    /// Reads what was typed; nil for the program's default.
    ///
    /// Throws `SettingError.ofCapability` for what cannot be.
    package let read: @Sendable (String) throws -> JSONValue?
    /// The value as it may be typed; of nil, the default's. Nil for a value that cannot be read: another program wrote it.
    package let text: @Sendable (JSONValue?) -> String?

    package init(
        _ name: String, label: String, hint: String? = nil, read: @escaping @Sendable (String) throws -> JSONValue?,
        text: @escaping @Sendable (JSONValue?) -> String?
    ) {
        (self.name, self.label, self.hint, self.read, self.text) = (name, label, hint, read, text)
    }
}
