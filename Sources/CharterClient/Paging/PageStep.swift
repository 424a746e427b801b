/// What a page says about the way to the next one.
struct PageStep: Sendable {
    var count = 0
    var total: Int?
    var hasMore: Bool?
    var pageSize: Int?
    var offset: Int?
    var page: Int?
    var pages: Int?
    /// The cursor or the URL of the next page.
    var next: String?
    /// The value of the paging field in the last item.
    var last: String?
    /// The target of the request that the page answers.
    var target = ""
    var body: [UInt8] = []
}
