import Files
import Testing

@Suite struct RelativePathTests {
  @Test(arguments: [
    ("a/b.md", "a/out", "../b.md"), ("./a.md", ".", "a.md"), ("a.md", "out", "../a.md"),
    ("/x/y/a.md", "/x/z/out", "../../y/a.md"), ("/tmp", "/tmp/", ""), ("/", "/x", ".."),
  ])
  func relativePaths(_ target: String, _ folder: String, _ path: String) {
    #expect(relativePath(of: target, from: folder) == path)
  }
}
