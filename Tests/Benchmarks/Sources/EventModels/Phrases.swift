/// What sample events say.
enum Phrases {
    static let names = [
        "Autumn Meetup", "River Walk", "Book Evening", "Open Studio", "Winter Supper", "Spring Fair", "Street Concert", "Repair Morning",
    ]

    static let venues = ["Casa do Rio", "Fábrica do Sal", "Jardim da Estrela", "Armazém 12", "Café \"O Farol\""]

    static let sentences = [
        "Talks and dinner by the river.",
        "We meet at seven and eat at nine, and nobody has to bring anything.",
        "Bring good shoes: the path along the water is wet in the morning.",
        "Three members show what they have been working on since the spring.",
        "Each of us reads a page or two, and \"I have not finished it\" is no excuse.",
        "The kitchen cooks without meat; say so in the form if there is something that you cannot eat.",
        "São bem-vindos os amigos – há lugares para todos.",
        "Afterwards there is music in the yard until the neighbours ask for quiet.",
    ]
}
