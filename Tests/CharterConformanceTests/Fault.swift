/// One way in which ``CalendarServer`` departs from its contract.
enum Fault: String, CaseIterable {
    case takesMissingKeys, takesMalformedKeys, takesUnknownKeys, takesWrongKinds, takesEveryScope, knowsNoImpliedScope, takesForeignKeys
    case hidesForeigners
    case refusesAsJSON, refusesWithOtherStatus, refusesWithOtherCode, refusesWithoutChallenge, refusesWithText
    case defaultTooLarge, sizeIgnored, maximumTooSmall, zeroTaken, aboveRefused, sizeTextTaken, negativeTaken, offsetTextTaken
    case offsetCountsPages, lastItemLost, totalOfPage, moreForEver, endRepeats, sizeNotEchoed
    case titleMissing, plainText, otherSuccess, bodyWithoutNeed, silent
}
