/// The languages in which figures speak.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// English.
  case en
  /// Korean.
  case ko
}

/// A text in each of the languages.
package struct Translated: Sendable, Hashable {
  package let en: String
  package let ko: String

  package init(_ en: String, _ ko: String) {
    self.en = en
    self.ko = ko
  }

  package subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .ko: ko
    }
  }
}
