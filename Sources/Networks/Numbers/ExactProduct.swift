/// The product of matrices as it is before any rounding, known by its residues modulo primes.
///
/// Doubles are whole numbers times powers of two, so that products of their matrices have residues
/// modulo any odd prime. The rank modulo a prime is never above the true one. Conversely a minor that
/// is 0 modulo primes whose product exceeds its greatest possible size (by the bits of the factors,
/// as in Leibniz's formula) is 0. So a few primes of 31 bits decide rank and equality for certain,
/// without numbers of any length.
struct ExactProduct {
  private let factors: [Matrix]
  private let spans: [BitSpan]

  /// The most multiplications that are spent on a proof; about a second.
  private static let budget = 1 << 27

  /// Factors that fit, at least one, of finite numbers.
  init(_ factors: [Matrix]) {
    self.factors = factors
    spans = factors.map { BitSpan($0) }
  }

  private var rowCount: Int { factors[0].rowCount }
  private var columnCount: Int { factors[factors.count - 1].columnCount }

  /// Bounds of the product's entries: the powers of two above the largest and of the lowest bit.
  private var span: BitSpan {
    let inner = factors.dropFirst().map { bitCount(of: $0.rowCount) }.reduce(0, +)
    return BitSpan(
      top: spans.map(\.top).reduce(inner, +), bottom: spans.map(\.bottom).reduce(0, +))
  }

  private var multiplications: Int {
    let products = factors.dropFirst().map { rowCount * $0.rowCount * $0.columnCount }
    return products.reduce(rowCount * columnCount * min(rowCount, columnCount), +)
  }

  /// The rank of the product.
  var rank: Rank {
    if spans.contains(where: \.isEmpty) { return .exactly(0) }
    let bound = factors.map { min($0.rowCount, $0.columnCount) }.min() ?? 0
    var rank = 0, spent = 0
    for (count, prime) in Primes().enumerated() {
      let order = rank + 1
      // Every prime has more than 30 bits.
      if count > 0, 30 * count > order * (span.count + bitCount(of: order)) { break }
      guard spent < Self.budget else { return .atLeast(rank) }
      rank = max(rank, residues(of: factors, modulo: prime).rank)
      if rank == bound { break }
      spent += multiplications
    }
    return .exactly(rank)
  }

  /// Whether the product is this matrix to the last digit; false also where that is too long to prove.
  func isEqual(to matrix: Matrix) -> Bool {
    let other = BitSpan(matrix), own = spans.contains(where: \.isEmpty) ? BitSpan() : span
    let bits = max(own.top, other.top) - min(own.bottom, other.bottom) + 1
    var spent = 0
    for (count, prime) in Primes().enumerated() {
      if 30 * count > bits { return true }
      guard spent < Self.budget,
        residues(of: factors, modulo: prime) == residues(of: [matrix], modulo: prime)
      else { return false }
      spent += multiplications
    }
    return false
  }

  private func residues(of factors: [Matrix], modulo prime: UInt64) -> Residues {
    factors.dropFirst().reduce(Residues(factors[0], modulo: prime)) {
      $0.times(Residues($1, modulo: prime))
    }
  }
}

/// The places of the bits of numbers: all are multiples of 2^bottom and below 2^top.
private struct BitSpan {
  var top = 0
  var bottom = 0
  var isEmpty = true

  var count: Int { top - bottom }

  init() {}

  init(top: Int, bottom: Int) { (self.top, self.bottom, isEmpty) = (top, bottom, false) }

  init(_ matrix: Matrix) {
    for element in matrix.elements where element != 0 {
      let exponent = Int(element.exponent)
      let last = exponent - element.significandWidth
      top = isEmpty ? exponent + 1 : max(top, exponent + 1)
      bottom = isEmpty ? last : min(bottom, last)
      isEmpty = false
    }
  }
}

/// How many bits a count has.
private func bitCount(of count: Int) -> Int { Int.bitWidth - count.leadingZeroBitCount }

/// The primes below 2^31, from the largest down to 2^30; more than 50 million of them.
private struct Primes: Sequence, IteratorProtocol {
  private var candidate: UInt64 = (1 << 31) + 1

  mutating func next() -> UInt64? {
    repeat { candidate -= 2 } while !isPrime
    return candidate > 1 << 30 ? candidate : nil
  }

  private var isPrime: Bool {
    var divisor: UInt64 = 3
    while divisor * divisor <= candidate {
      if candidate % divisor == 0 { return false }
      divisor += 2
    }
    return true
  }
}

/// A matrix modulo a prime below 2^31.
private struct Residues: Equatable {
  private var rows: [[UInt64]]
  private let prime: UInt64

  private init(rows: [[UInt64]], prime: UInt64) { (self.rows, self.prime) = (rows, prime) }

  init(_ matrix: Matrix, modulo prime: UInt64) {
    rows = matrix.rows.map { $0.map { Self.residue(of: $0, modulo: prime) } }
    self.prime = prime
  }

  private static func residue(of value: Double, modulo prime: UInt64) -> UInt64 {
    guard value != 0 else { return 0 }
    // ±m·2^e with an odd whole number m.
    let exponent = Int(value.exponent) - value.significandWidth
    let whole = UInt64(value.significand * Double(UInt64(1) << UInt64(value.significandWidth)))
    // By Fermat the power p - 1 of 2 is 1, so that every power is one of an exponent from 0 on.
    let order = Int(prime) - 1
    let power = Self.power(2, (exponent % order + order) % order, modulo: prime)
    let residue = whole % prime * power % prime
    return value < 0 && residue != 0 ? prime - residue : residue
  }

  private static func power(_ base: UInt64, _ exponent: Int, modulo prime: UInt64) -> UInt64 {
    var result: UInt64 = 1, square = base, rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * square % prime }
      square = square * square % prime
      rest >>= 1
    }
    return result
  }

  func times(_ other: Residues) -> Residues {
    let count = other.rows[0].count
    let product = rows.map { row in
      row.indices.reduce(into: [UInt64](repeating: 0, count: count)) { sums, k in
        guard row[k] != 0 else { return }
        for j in 0..<count { sums[j] = (sums[j] + row[k] * other.rows[k][j]) % prime }
      }
    }
    return Residues(rows: product, prime: prime)
  }

  /// The rank modulo the prime, by Gaussian elimination.
  var rank: Int {
    var rows = rows, rank = 0
    for column in rows[0].indices where rank < rows.count {
      guard let pivot = rows[rank...].firstIndex(where: { $0[column] != 0 }) else { continue }
      rows.swapAt(rank, pivot)
      let first = rows[rank]
      let inverse = Self.power(first[column], Int(prime) - 2, modulo: prime)
      for i in rank + 1..<max(rank + 1, rows.count) where rows[i][column] != 0 {
        let factor = prime - rows[i][column] * inverse % prime
        for j in column..<first.count { rows[i][j] = (rows[i][j] + factor * first[j]) % prime }
      }
      rank += 1
    }
    return rank
  }
}
