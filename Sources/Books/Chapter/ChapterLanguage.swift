/// The languages in which the chapter's figures have their captions and words.
package enum ChapterLanguage: String, Sendable, CaseIterable {
  case en, ko
}

/// A text in each of the languages.
struct Translated: Sendable {
  let en: String
  let ko: String

  init(_ en: String, _ ko: String) {
    self.en = en
    self.ko = ko
  }

  subscript(language: ChapterLanguage) -> String {
    switch language {
    case .en: en
    case .ko: ko
    }
  }
}
