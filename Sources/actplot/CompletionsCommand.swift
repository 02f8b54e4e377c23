import ArgumentParser
import Files
import Wording

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Prints what completes commands, options and names in a shell.",
    discussion: """
      Write it where the shell reads it at its start, or try it in this one.

      EXAMPLES:
        actplot completions bash > ~/.local/share/bash-completion/completions/actplot
        actplot completions zsh > ~/.zfunc/_actplot    in a folder of $fpath
        actplot completions fish > ~/.config/fish/completions/actplot.fish
        source <(actplot completions bash)
      """)

  @Argument(
    help: ArgumentHelp("bash, zsh or fish.", valueName: "SHELL"),
    completion: .list(Script.allCases.map(\.rawValue)))
  var shell: String

  /// What can be printed.
  private enum Script: String, CaseIterable {
    case bash, zsh, fish

    var text: String {
      switch self {
      // Words are cut at = and : too, and put together again by the program.
      case .bash:
        """
        _actplot() {
          local IFS=$'\\n'
          COMPREPLY=($(actplot complete --bare "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
        }
        complete -o default -F _actplot actplot

        """
      case .zsh:
        """
        #compdef actplot
        _actplot() {
          local -a candidates
          candidates=("${(@f)$(actplot complete --colons "${(@)words[2,CURRENT]}" 2>/dev/null)}")
          if [[ -n "${candidates[1]}" ]]; then
            _describe actplot candidates
          else
            _files
          fi
        }
        if [[ "${funcstack[1]}" = _actplot ]]; then _actplot "$@"; else compdef _actplot actplot; fi

        """
      case .fish:
        """
        function __actplot_candidates
            set -l words (commandline -opc) (commandline -ct)
            set -l candidates (actplot complete --tabs $words[2..-1] 2>/dev/null)
            if test (count $candidates) -gt 0
                printf '%s\\n' $candidates
            else
                __fish_complete_path (commandline -ct)
            end
        end
        complete -c actplot -f -a '(__actplot_candidates)'

        """
      }
    }
  }

  func validate() throws { _ = try script() }

  func run() throws {
    let text = try script().text
    try endingQuietly { try writeToStandardOutput(Array(text.utf8)) }
  }

  private func script() throws -> Script {
    guard let script = Script(rawValue: shell) else {
      throw ValidationError(
        "There is no script for \(quoted(shell)); write "
          + "\(alternatives(Script.allCases.map(\.rawValue))).")
    }
    return script
  }
}

/// What the scripts of shells ask for at each key: what the last of the words can become, one a
/// line. An empty answer leaves the word to the shell, which knows the files.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Prints what a word can become.", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  func run() throws {
    let candidates = Completion(Array(words.dropFirst())).candidates
    let lines = candidates.map { candidate in
      switch words.first {
      case "--tabs": "\(candidate.word)\t\(candidate.help)\n"
      case "--colons":
        "\(candidate.word.replacing(":", with: "\\:")):\(candidate.help)\n"
      default: "\(candidate.word)\n"
      }
    }
    try endingQuietly { try writeToStandardOutput(Array(lines.joined().utf8)) }
  }
}
