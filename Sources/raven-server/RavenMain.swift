import CharterService
import RavenServer

@main
struct RavenMain {
    static func main() async {
        await RavenCommand.runService()
    }
}
