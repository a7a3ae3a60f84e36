// Written by `./Scripts/train stamps --write` on 2026-11-23; not to be edited.
//
// Fitted to 344 pages of the sets
// SampleDocs, blank-forms, court-filings, notarized, police-forms, signed-pages, stamps.
// Ridge 5 on features and steps of equal spread; the weights are for the features as they are.

extension StampModel {
  /// Fitted to 137 stamps among 2427 candidates; each stamp counts 2 times.
  static let apartFromPrint = StampModel(
    intercept: -7.3241,
    effects: [
      .baseAligned: Effect(
        -0.1822,
        Step(above: 0.0000, adds: -0.2367),
        Step(above: 1.0000, adds: 0.2063)),
      .block: Effect(-0.1320),
      .blockLeftAligned: Effect(
        -0.2014,
        Step(above: 0.0000, adds: -0.8832)),
      .blockOddWords: Effect(
        -0.4492,
        Step(above: 0.0000, adds: -1.2098)),
      .blockRightAligned: Effect(
        0.2363,
        Step(above: 0.0000, adds: -0.6723)),
      .blockSpace: Effect(
        1.4024,
        Step(above: 0.0000, adds: 0.4145),
        Step(above: 0.0780, adds: -0.4938)),
      .capitals: Effect(
        -0.2145,
        Step(above: 0.0000, adds: 0.3330),
        Step(above: 0.0870, adds: 0.4381),
        Step(above: 0.1765, adds: 0.2307)),
      .confidence: Effect(
        -1.2386,
        Step(above: 0.3700, adds: -1.0404),
        Step(above: 0.5900, adds: 0.0365),
        Step(above: 0.9000, adds: -1.5927)),
      .density: Effect(
        -1.0319,
        Step(above: 0.0150, adds: -1.6205),
        Step(above: 0.1594, adds: 0.1359),
        Step(above: 0.3171, adds: -0.2848)),
      .figures: Effect(
        -0.0757,
        Step(above: 0.0000, adds: -0.6258),
        Step(above: 0.1667, adds: 0.6309)),
      .frame: Effect(2.1696),
      .frameSides: Effect(
        0.9777,
        Step(above: 0.0000, adds: 2.1696)),
      .holes: Effect(
        -0.1037,
        Step(above: 0.0000, adds: 0.4508),
        Step(above: 1.0000, adds: 0.6089),
        Step(above: 3.0000, adds: -0.5142)),
      .inRow: Effect(-0.3544),
      .leftAligned: Effect(
        -0.0880,
        Step(above: 0.0000, adds: -0.5591),
        Step(above: 1.0000, adds: -0.5099)),
      .logHeight: Effect(
        0.5344,
        Step(above: 0.1671, adds: 0.8580),
        Step(above: 0.4670, adds: 0.1286),
        Step(above: 0.9809, adds: 0.6656)),
      .logWidth: Effect(
        0.7658,
        Step(above: 1.5097, adds: 0.0852),
        Step(above: 1.9106, adds: 0.1245),
        Step(above: 2.3659, adds: 0.9322)),
      .logo: Effect(-0.7654),
      .logoAtTop: Effect(
        -1.7596,
        Step(above: 0.0000, adds: -0.6645)),
      .numberColumn: Effect(
        -0.4928,
        Step(above: 0.0000, adds: -0.4725)),
      .oddWords: Effect(
        -0.4385,
        Step(above: 0.0000, adds: 0.0794),
        Step(above: 0.4286, adds: -0.3357)),
      .onLine: Effect(-4.0972),
      .onRule: Effect(
        -0.7290,
        Step(above: 0.0000, adds: -0.6495),
        Step(above: 0.9824, adds: -2.3118)),
      .pieceHeight: Effect(
        0.2650,
        Step(above: 0.6396, adds: -0.8444),
        Step(above: 0.9722, adds: 0.3782),
        Step(above: 1.0857, adds: 2.3660)),
      .pieceHeightShare: Effect(
        -0.3542,
        Step(above: 0.1591, adds: 0.2004),
        Step(above: 0.5434, adds: 0.3884),
        Step(above: 0.8554, adds: -0.1595)),
      .pieceWidthShare: Effect(
        -0.4562,
        Step(above: 0.0330, adds: 0.5334),
        Step(above: 0.1749, adds: -0.3214),
        Step(above: 0.3635, adds: -0.2649)),
      .pieces: Effect(
        0.2952,
        Step(above: 0.1473, adds: -0.5316),
        Step(above: 0.8421, adds: 0.3945),
        Step(above: 1.5228, adds: -0.1402)),
      .rightAligned: Effect(
        -0.0059,
        Step(above: 0.0000, adds: 0.2653),
        Step(above: 1.0000, adds: -0.7217),
        Step(above: 2.0000, adds: 0.2140)),
      .script: Effect(
        1.6295,
        Step(above: 0.0000, adds: 0.9551),
        Step(above: 0.1548, adds: -1.9374),
        Step(above: 0.2465, adds: 0.4532)),
      .slope: Effect(
        1.8537,
        Step(above: 0.0000, adds: -0.6737),
        Step(above: 0.0087, adds: -0.1269)),
      .spaceAround: Effect(
        1.2846,
        Step(above: 0.0640, adds: -0.1645),
        Step(above: 0.0920, adds: 0.3783),
        Step(above: 0.2050, adds: 1.2360)),
      .spaceLeft: Effect(
        1.0139,
        Step(above: 0.1275, adds: -0.2088)),
      .spaceRight: Effect(
        1.1201,
        Step(above: 0.1850, adds: -0.4549)),
      .stockWords: Effect(
        -0.3107,
        Step(above: 0.0000, adds: 2.5443)),
      .strokeWidth: Effect(
        -1.4752,
        Step(above: 0.1156, adds: 0.2029),
        Step(above: 0.1369, adds: 0.4034),
        Step(above: 0.1505, adds: 1.5373)),
      .sureWords: Effect(
        0.1526,
        Step(above: 0.0000, adds: -0.6589),
        Step(above: 1.0000, adds: -0.7754),
        Step(above: 2.0000, adds: 0.3584)),
      .top: Effect(
        -0.0265,
        Step(above: 0.0000, adds: 0.4017),
        Step(above: 0.0674, adds: 0.4711)),
      .topmost: Effect(-1.2106),
      .underClose: Effect(0.0000),
      .wordSize: Effect(
        -0.2396,
        Step(above: 1.0000, adds: 0.0238),
        Step(above: 1.1163, adds: 0.7349),
        Step(above: 1.4304, adds: -0.1398)),
      .words: Effect(
        0.0779,
        Step(above: 1.0000, adds: -0.8410),
        Step(above: 2.0000, adds: 0.2979),
        Step(above: 4.0000, adds: -0.1635)),
    ])

  /// Fitted to 97 stamps and 170 signatures.
  static let againstSignatures = StampModel(
    intercept: -2.7432,
    effects: [
      .baseAligned: Effect(
        0.2113,
        Step(above: 0.0000, adds: 0.4194)),
      .block: Effect(0.0000),
      .blockLeftAligned: Effect(0.0000),
      .blockOddWords: Effect(0.0000),
      .blockRightAligned: Effect(0.0000),
      .blockSpace: Effect(0.0000),
      .capitals: Effect(
        -0.0837,
        Step(above: 0.0000, adds: -0.0393),
        Step(above: 0.0833, adds: -0.0853),
        Step(above: 0.2753, adds: 0.1751)),
      .confidence: Effect(
        0.4228,
        Step(above: 0.3000, adds: 0.3706),
        Step(above: 0.4397, adds: 0.3852)),
      .density: Effect(
        1.6240,
        Step(above: 0.0964, adds: 0.0726),
        Step(above: 0.1350, adds: 0.4561),
        Step(above: 0.1966, adds: 0.3195)),
      .figures: Effect(
        0.4609,
        Step(above: 0.0000, adds: 0.0359)),
      .frame: Effect(0.0000),
      .frameSides: Effect(0.0000),
      .holes: Effect(
        0.3042,
        Step(above: 0.2732, adds: 0.5432),
        Step(above: 0.7768, adds: 1.5320),
        Step(above: 1.6191, adds: 1.4869)),
      .inRow: Effect(-1.5835),
      .leftAligned: Effect(
        -0.0644,
        Step(above: 0.0000, adds: -0.2050),
        Step(above: 1.0000, adds: 0.0368)),
      .logHeight: Effect(
        0.6651,
        Step(above: 1.2313, adds: -0.3411),
        Step(above: 1.5898, adds: 0.2565),
        Step(above: 1.9083, adds: 0.8047)),
      .logWidth: Effect(
        -0.2955,
        Step(above: 2.2071, adds: -0.2935),
        Step(above: 2.6255, adds: -0.8295),
        Step(above: 2.9882, adds: -1.0652)),
      .logo: Effect(0.0433),
      .logoAtTop: Effect(
        1.1391,
        Step(above: 0.0000, adds: -0.8057)),
      .numberColumn: Effect(0.0000),
      .oddWords: Effect(
        -0.3024,
        Step(above: 0.0000, adds: 0.0865),
        Step(above: 0.5000, adds: -0.1011)),
      .onLine: Effect(-0.8607),
      .onRule: Effect(
        -0.8813,
        Step(above: 0.0000, adds: -0.9364),
        Step(above: 0.8220, adds: -0.9252)),
      .pieceHeight: Effect(
        0.0233,
        Step(above: 2.0495, adds: -0.7095),
        Step(above: 3.5848, adds: -0.0390),
        Step(above: 4.8873, adds: 0.3335)),
      .pieceHeightShare: Effect(
        -0.4577,
        Step(above: 0.5486, adds: -0.0868),
        Step(above: 0.7194, adds: -0.2785),
        Step(above: 0.9151, adds: -0.1719)),
      .pieceWidthShare: Effect(
        0.0693,
        Step(above: 0.2357, adds: -0.3779),
        Step(above: 0.4199, adds: -0.2475),
        Step(above: 0.7551, adds: 0.2902)),
      .pieces: Effect(
        0.2940,
        Step(above: 0.4642, adds: -0.0003),
        Step(above: 0.8584, adds: 0.0686),
        Step(above: 1.7049, adds: -0.0771)),
      .rightAligned: Effect(
        0.2160,
        Step(above: 0.0000, adds: 0.3559),
        Step(above: 1.0000, adds: 0.2255)),
      .script: Effect(
        -0.9962,
        Step(above: 0.4483, adds: -0.9744),
        Step(above: 0.8152, adds: -0.1681),
        Step(above: 0.9865, adds: -0.3143)),
      .slope: Effect(
        0.3919,
        Step(above: 0.0000, adds: -0.2711),
        Step(above: 0.0441, adds: -0.2384)),
      .spaceAround: Effect(
        0.6845,
        Step(above: 0.0760, adds: 0.0196),
        Step(above: 0.3120, adds: 0.7508),
        Step(above: 0.7870, adds: -0.1828)),
      .spaceLeft: Effect(-0.0613),
      .spaceRight: Effect(-0.6036),
      .stockWords: Effect(
        1.9865,
        Step(above: 0.0000, adds: 2.1721)),
      .strokeWidth: Effect(
        4.2304,
        Step(above: 0.1490, adds: 0.2332),
        Step(above: 0.1821, adds: 0.2594),
        Step(above: 0.2342, adds: 0.7001)),
      .sureWords: Effect(
        0.0222,
        Step(above: 0.0000, adds: 0.4466)),
      .top: Effect(
        2.0331,
        Step(above: 0.0000, adds: 0.6887)),
      .topmost: Effect(0.9964),
      .underClose: Effect(-0.7637),
      .wordSize: Effect(
        -0.0232,
        Step(above: 1.0000, adds: 0.5941),
        Step(above: 1.3708, adds: 0.1088),
        Step(above: 2.4229, adds: -0.1988)),
      .words: Effect(
        -0.0416,
        Step(above: 0.0000, adds: 0.1390),
        Step(above: 2.0000, adds: 0.1126),
        Step(above: 4.0000, adds: -0.3750)),
    ])
}
