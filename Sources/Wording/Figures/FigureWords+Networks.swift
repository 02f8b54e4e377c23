// Diagrams of networks, and what networks compute.
extension FigureWords {
  /// The part that a layer of a network plays, counted from 0 for the inputs.
  package func role(ofLayer layer: Int, of count: Int) -> String {
    if layer == 0 { return say("Input layer", "입력층") }
    if layer == count - 1 { return say("Output layer", "출력층") }
    return count == 3 ? say("Hidden layer", "은닉층") : say("Hidden layer \(layer)", "은닉층 \(layer)")
  }

  /// The titles of keys.
  package var weights: String { say("Weights", "가중치") }
  package var values: String { say("Values", "값") }

  package func perceptron(_ sizes: String, hasHiddenLayers: Bool) -> String {
    hasHiddenLayers
      ? say("Multilayer perceptron \(sizes)", "다층 퍼셉트론 \(sizes)")
      : say("Single-layer network \(sizes)", "단층 신경망 \(sizes)")
  }

  /// Of a large layer some units are drawn.
  package func units(_ count: Int, drawn: Int) -> String {
    say(
      "\(units(count)), of which \(drawn) are drawn", "\(units(count)) 가운데 \(drawn)개를 그림")
  }

  /// The units that are dropped, by their numbers.
  package func dropped(_ units: [String]) -> String {
    say(
      "unit\(units.count > 1 ? "s" : "") \(list(units)) dropped",
      "\(units.map { "\($0)번" }.joined(separator: ", ")) 유닛 드롭아웃")
  }

  package func connections(exceptDropped: Bool, hasBiases: Bool) -> String {
    say(
      "Every unit is connected to every unit of the next layer"
        + "\(exceptDropped ? ", except the dropped ones" : "")."
        + (hasBiases ? " Each layer but the last has a bias." : ""),
      "\(exceptDropped ? "드롭아웃된 유닛을 빼고 " : "")모든 유닛이 다음 층의 모든 유닛과 이어진다."
        + (hasBiases ? " 마지막 층을 뺀 모든 층에 편향이 있다." : ""))
  }

  /// Between which numbers these are.
  package func range(of name: String, from least: String, to greatest: String) -> String {
    say("\(name) from \(least) to \(greatest).", "\(name): \(least)에서 \(greatest)까지.")
  }

  // MARK: Two networks

  package func networkAndLayer(_ product: String) -> String {
    say(
      "The network and the one linear layer \(product)", "신경망과, 이를 합친 선형 층 하나 \(product)")
  }

  /// The network beside the one that an identity makes of it.
  package func networkAndOther(by identity: String) -> String {
    say(
      "The network and the one that \(identity) makes of it", "신경망과, \(identity) 관계로 얻은 신경망")
  }

  /// The rank of a product of weights, and the width of the layer that leaves no more, if one does.
  package func rank(
    of name: String, _ rank: Int, isExact: Bool, most: Int, narrow: Int?
  ) -> String {
    let why = narrow.map { ", as the layer of \(units($0)) leaves no more" } ?? ""
    let reason = narrow.map { ", \(units($0))인 층이 더 남기지 않기 때문" } ?? ""
    return say(
      "\(name) has \(isExact ? "" : "at least ")rank \(rank) of \(most)\(why).",
      "\(name)의 계수(rank)는 \(most) 중 \(isExact ? "" : "적어도 ")\(rank)\(reason).")
  }

  /// How far the outputs of both are apart; nothing if they are the same.
  package func outputs(differBy ulps: String?) -> String {
    ulps.map {
      say(
        "The outputs differ by at most \($0) ULP of the largest.",
        "두 출력의 차이는 가장 큰 값의 \($0) ULP 이하이다.")
    } ?? say("The outputs are equal to the last bit.", "두 출력은 마지막 비트까지 같다.")
  }

  package func withNumbers(_ subject: String) -> String {
    say("\(subject), with weights and biases.", "\(subject), 가중치와 편향 포함.")
  }

  // MARK: Pieces

  /// The sizes of a network and its activations.
  package func network(_ sizes: String, activations: [String]) -> String {
    activations.isEmpty
      ? sizes
      : say(
        "\(sizes) with \(activations.joined(separator: " and "))",
        "\(sizes) (활성화 함수 \(activations.joined(separator: ", ")))")
  }

  package func asFunction(_ network: String) -> String {
    say("The network \(network) as a function of its input", "신경망 \(network), 입력의 함수로")
  }

  package func asFunction(_ network: String, from lower: String, to upper: String) -> String {
    say(
      "\(asFunction(network)) for x from \(lower) to \(upper).",
      "\(asFunction(network)), x는 \(lower)에서 \(upper)까지.")
  }

  /// The bends and, output by output, the slopes of straight pieces.
  ///
  /// - Parameter isWhole: Whether these are all bends; if not there are no slopes.
  package func pieces(
    _ count: Int, bends: [String], isWhole: Bool, slopes: [[String]]
  ) -> String {
    let slopes = slopes.map { $0.joined(separator: ", ") }
    let places = bends.joined(separator: ", ") + (isWhole ? "" : ", …")
    let english =
      bends.isEmpty
      ? "It is one straight line"
      : "It is continuous and straight in \(count) pieces, between bends at x = \(places)"
    let korean =
      bends.isEmpty
      ? "직선 하나이다" : "연속이고 조각 \(count)개에서 직선이며, 꺾이는 점은 x = \(places)"
    guard isWhole else { return say("\(english).", "\(korean).") }
    return say(
      "\(english), with the slopes \(slopes.joined(separator: "; of the next output ")).",
      "\(korean). 기울기는 차례로 \(slopes.joined(separator: "; 다음 출력은 ")).")
  }

  package func linearRegions(of network: String) -> String {
    say("The linear regions of the network \(network)", "신경망 \(network), 선형 영역")
  }

  package func regions(
    _ count: Int, of network: String, from lower: String, to upper: String, on units: (Int, Int)
  ) -> String {
    say(
      "The plane of the two inputs of the network \(network), from \(lower) to \(upper), in"
        + " \(counted(count, "region")) on each of which the network is one affine map; the stronger"
        + " the colour of a region, the more units are on, from \(units.0) to \(units.1).",
      "신경망 \(network), 두 입력의 평면, \(lower)에서 \(upper)까지. 영역 \(grouped(count))개로 나뉘고 각 영역에서"
        + " 신경망은 아핀 변환 하나이다. 색이 진할수록 켜진 유닛이 많다. 켜진 유닛은 \(units.0)개에서"
        + " \(units.1)개까지.")
  }
}
