// Compositions, approximations, gradients of deep networks, and maps of minibatches.
extension FigureWords {
  // MARK: Compositions

  /// A function that is applied so many times, with another one between or not.
  package func applied(_ name: String, times: [Int], between: String?) -> String {
    let after = between.map { ", with \($0) between each two" } ?? ""
    let count = times == [1] ? "once" : "\(list(times.map { "\($0)" })) times"
    return say(
      "\(name) is applied to its own result, \(count)\(after).",
      "함수 \(name), 자신의 결과에 거듭 적용: \(times.map { "\($0)" }.joined(separator: ", "))번"
        + (between.map { ", 사이마다 \($0)" } ?? "") + ".")
  }

  package func applied(inOrder names: [String], between: String?) -> String {
    let after = between.map { ", with \($0) between each two" } ?? ""
    return say(
      "From the first to the last, these work one after the other\(after):"
        + " \(names.joined(separator: ", then ")).",
      "처음부터 차례로 적용\(between.map { ", 사이마다 \($0)" } ?? ""): \(names.joined(separator: ", 다음 ")).")
  }

  /// The steepest slope at each depth, and whether it falls, rises, or neither.
  package func steepest(_ slopes: [(slope: String, depth: Int)], falls: Bool, rises: Bool) -> String
  {
    let english = slopes.map { "\($0.slope) at depth \($0.depth)" }.joined(separator: ", ")
    let korean = slopes.map { "깊이 \($0.depth)에서 \($0.slope)" }.joined(separator: ", ")
    return say(
      "The steepest slope is \(english)"
        + (falls
          ? ": the gradient vanishes with depth"
          : rises ? ": the gradient explodes with depth" : "") + ".",
      "가장 가파른 기울기: \(korean)"
        + (falls ? ". 깊어질수록 기울기가 소실된다" : rises ? ". 깊어질수록 기울기가 폭발한다" : "") + ".")
  }

  /// Affine maps are one affine map, even with a function between them.
  package func affine(_ line: String, isExact: Bool, between: String?) -> String {
    say(
      "\(between.map { "Even with \($0) between them, affine" } ?? "Affine") maps compose to one affine"
        + " map, here \(line)\(isExact ? " exactly" : ", rounded"): depth alone adds nothing.",
      "\(between.map { "사이에 \($0) 함수가 있어도 " } ?? "")아핀 변환의 합성은 아핀 변환 하나이다. 여기서는"
        + " \(line) (\(isExact ? "정확히" : "반올림")). 깊이만으로는 아무것도 더해지지 않는다.")
  }

  /// Why maps do not collapse: bends at some places, or of many only their number; no places at all
  /// where it is curved.
  package func notAffine(between: String, bends: [String], count: Int) -> String {
    let places = bends.map { "x = \($0)" }.joined(separator: ", ")
    let english =
      count == 0
      ? "is no straight line" : "bends at \(bends.isEmpty ? "\(count) places" : places)"
    let korean =
      count == 0
      ? "직선이 아니다" : "\(bends.isEmpty ? "\(count)곳" : places)에서 꺾인다"
    return say(
      "With \(between) between them the maps do not collapse into one affine map: the composition"
        + " \(english).",
      "사이에 \(between) 함수가 있으면 아핀 변환 하나로 합쳐지지 않는다. 합성은 \(korean).")
  }

  // MARK: Approximations

  package func approximation(
    of target: String, by activation: String, from lower: String, to upper: String, isBroken: Bool
  ) -> String {
    say(
      "A network of one hidden layer brings sums of units of \(activation) close to \(target) from x ="
        + " \(lower) to \(upper): "
        + (isBroken
          ? "broken lines that meet it at knots, with equal errors between them but for what is left for"
            + " the last."
          : "units equally far apart with output weights by least squares."),
      "은닉층 하나인 신경망으로 x = \(lower)에서 \(upper)까지 함수 \(target) 근사, 활성화 함수 \(activation): "
        + (isBroken
          ? "매듭점에서 목표와 만나는 꺾은선, 마지막 조각을 뺀 조각마다 같은 오차."
          : "같은 간격의 유닛, 최소제곱법으로 구한 출력 가중치."))
  }

  /// The greatest error of each network.
  package func errors(_ errors: [(size: String, isLeast: Bool, x: String, units: Int)]) -> String {
    let english = errors.map {
      "\($0.isLeast ? "at least " : "")\($0.size) at x = \($0.x) with \(units($0.units))"
    }
    let korean = errors.map {
      "\(units($0.units))일 때 x = \($0.x)에서 \($0.size)\($0.isLeast ? " 이상" : "")"
    }
    return say(
      "The greatest error is \(english.joined(separator: ", ")).",
      "가장 큰 오차: \(korean.joined(separator: ", ")).")
  }

  package func errorsFall(like power: String) -> String {
    say(
      "Between the last two it falls like units^\(power).",
      "마지막 둘 사이에서 오차는 유닛 수의 \(power)제곱에 비례해 줄어든다.")
  }

  package func errorsOfApproximations(of target: String) -> String {
    say("Greatest errors of approximations of \(target)", "함수 \(target) 근사의 가장 큰 오차")
  }

  // MARK: Gradients

  package func gradientSizes(of names: [String]) -> String {
    say(
      "Size of the gradient by layer: \(names.joined(separator: ", "))",
      "층별 기울기 크기: \(names.joined(separator: ", "))")
  }

  /// What was computed, and whether a band holds all seeds, or the middle half; `nil` for no band.
  package func gradients(
    layers: Int, units count: Int, seeds: Int, bandHoldsAll: Bool?
  ) -> String {
    let english = bandHoldsAll.map {
      ", with the \($0 ? "range of all" : "middle half") as a band."
    }
    let korean = bandHoldsAll.map { ", 띠는 \($0 ? "전체 범위" : "가운데 절반")." }
    return say(
      "The root mean square of the gradient by the inputs of each layer's activation, relative to that"
        + " of the last of \(layers) layers of \(count) units: medians over \(counted(seeds, "seed"))"
        + (english ?? "."),
      "각 층의 활성화 함수 입력에 대한 기울기의 제곱평균제곱근, \(layers)층(층마다 유닛 \(count)개) 가운데 마지막"
        + " 층에 대한 비율. 시드 \(seeds)개의 중앙값\(korean ?? ".")")
  }

  /// What becomes of the gradient towards the inputs.
  package enum GradientCourse: Sendable {
    case vanishes, explodes, stays
  }

  package func gradient(
    with activation: String, _ initialization: String, _ course: GradientCourse, first: String
  ) -> String {
    let (english, korean) =
      switch course {
      case .vanishes: ("vanishes", "기울기 소실")
      case .explodes: ("explodes", "기울기 폭발")
      case .stays: ("keeps its size within a factor of 100", "크기가 100배 안에서 유지")
      }
    return say(
      "With \(activation) with \(initialization) weights it \(english): \(first) in the first layer.",
      "\(activation), 가중치 \(initialization): \(korean), 첫 층에서 \(first).")
  }

  /// What slopes of at most a base come to over so many layers.
  package func bound(_ base: String, layers: Int, _ product: String) -> String {
    say(
      "Slopes of at most \(base) alone make \(base)^\(layers) = \(product).",
      "\(base) 이하인 기울기만으로도 \(base)^\(layers) = \(product).")
  }

  package func dead(_ share: String, examples: Int) -> String {
    say(
      "On average \(share) of the units pass no gradient of any of the"
        + " \(counted(examples, "example")).",
      "평균 \(share)의 유닛은 예제 \(examples)개 모두에서 기울기를 전하지 않는다.")
  }

  /// Why there is nothing to draw.
  package func noGradient(
    with activation: String, _ initialization: String, isConstant: Bool
  ) -> String {
    say(
      "With \(activation) and \(initialization) weights the gradient is 0 in every layer before the last"
        + "\(isConstant ? ", as its slope is 0" : "");"
        + " take another activation\(isConstant ? "" : " or smaller weights").",
      "\(activation), 가중치 \(initialization): 마지막 층 앞의 모든 층에서 기울기가 0이다"
        + "\(isConstant ? " (함수의 기울기가 0)" : "").")
  }

  // MARK: Maps

  package func ofMinibatch(_ function: String) -> String {
    say("\(function) of a minibatch", "미니배치의 \(function)")
  }

  package func maps(_ function: String, _ inputs: String, to outputs: String) -> String {
    say("\(function) maps \(inputs) to \(outputs).", "\(function): \(inputs) → \(outputs).")
  }

  /// Where the same input goes in several minibatches.
  package func goes(_ places: [(input: String, outputs: [String])]) -> String {
    let english = places.map {
      "\($0.input) goes to \($0.outputs.joined(separator: " and to "))"
    }
    let korean = places.map { "\($0.input) → \($0.outputs.joined(separator: " 또는 "))" }
    return say(
      "Depending on the others \(english.joined(separator: "; ")): no function of x alone.",
      "다른 입력에 따라 \(korean.joined(separator: "; ")). x만의 함수가 아니다.")
  }

  package func offDiagonal(of inputs: String, from least: String, to greatest: String) -> String {
    say(
      "Off the diagonal the Jacobian of \(inputs) is from \(least) to \(greatest): each output depends"
        + " on the other inputs.",
      "입력이 \(inputs)일 때 야코비 행렬의 대각선 밖 성분은 \(least)에서 \(greatest)까지. 출력마다 다른 입력에도"
        + " 좌우된다.")
  }
}
