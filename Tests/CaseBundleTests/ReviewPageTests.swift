import CaseBag
import CaseReport
import Casework
import Foundation
import TestSupport
import Testing

@Suite struct ReviewPageTests {
  private func review(_ change: (inout BundleInputs) -> Void = { _ in }) throws -> String {
    var sample = try SyntheticCase()
    change(&sample.inputs)
    _ = try BundleWriter.write(sample.inputs, to: sample.scratch.path + "/bag")
    return try sample.scratch.text("bag/data/review.html")
  }

  /// Runs a Python program over the elements of the page: `found` is a list of (name, attributes)
  /// in order, `ids` all ids, `text` all text.
  private func walk(_ html: String, _ program: String) throws -> Judge.Verdict {
    let walker = """
      import sys
      from html.parser import HTMLParser
      found, open_, text = [], [], []
      empty = {'meta', 'img', 'br', 'rect', 'link', 'input'}
      class Walker(HTMLParser):
          def handle_starttag(self, name, attributes):
              found.append((name, dict(attributes)))
              if name not in empty: open_.append(name)
          def handle_startendtag(self, name, attributes): found.append((name, dict(attributes)))
          def handle_endtag(self, name):
              assert open_ and open_[-1] == name, f'</{name}> closes <{open_[-1:]}>'
              open_.pop()
          def handle_data(self, data):
              if open_[-1:] not in (['style'], ['script']): text.append(data)
      Walker().feed(sys.stdin.read())
      assert not open_, open_
      ids = [a['id'] for _, a in found if 'id' in a]
      text = ''.join(text)

      """
    return try Judge.python(walker + program, input: Array(html.utf8))
  }

  @Test func `is well made for screen readers`() throws {
    let verdict = try walk(
      review(),
      """
      assert found[0][0] == 'html' and found[0][1]['lang'] == 'en'
      levels = [int(n[1]) for n, _ in found if n in {'h1', 'h2', 'h3', 'h4', 'h5', 'h6'}]
      assert levels[0] == 1 and levels.count(1) == 1, levels
      assert all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels
      names = [n for n, _ in found]
      for landmark in ('header', 'nav', 'main', 'footer'): assert names.count(landmark) == 1, landmark
      images = [a for n, a in found if n == 'img']
      assert len(images) > 10 and all(a['alt'].strip() for a in images)
      assert all('scope' in a for n, a in found if n == 'th')
      assert names.count('table') == names.count('caption')
      assert len(ids) == len(set(ids)), 'an id stands twice'
      for n, a in found:
          for key in ('aria-labelledby',):
              if key in a: assert a[key] in ids, a
          if n == 'a' and a['href'].startswith('#'): assert a['href'][1:] in ids, a
      first = next(a for n, a in found if n == 'a')
      assert first['class'] == 'skip' and first['href'] == '#main'
      """)
    #expect(verdict.status == 0, "\(verdict.output)")
  }

  @Test func `runs its own script only, and shows nothing that is not in the bag`() throws {
    var sample = try SyntheticCase()
    sample.inputs.facts.documents.removeLast()
    let bag = sample.scratch.path + "/bag"
    _ = try BundleWriter.write(sample.inputs, to: bag)
    let html = try sample.scratch.text("bag/data/review.html")
    let verdict = try walk(
      html,
      """
      import os, hashlib, base64, re
      html = '\(bag)/data/review.html'
      names = [n for n, _ in found]
      assert not set(names) & {'link', 'iframe', 'object', 'embed'}
      policy = next(a['content'] for n, a in found if a.get('http-equiv') == 'Content-Security-Policy')
      scripts = re.findall('<script>(.*?)</script>', open(html).read(), re.S)
      assert len(scripts) == 1 and names.count('script') == 2
      digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
      assert f"script-src 'sha256-{digest}';" in policy, policy
      pictures = 0
      for n, a in found:
          assert not [k for k in a if k.startswith('on')], a
          path = a.get('src') or a.get('href', '')
          assert ':' not in path, a
          if n in ('img', 'image'):
              pictures += 1
              assert os.path.isfile(os.path.join(os.path.dirname(html), path)), path
      assert pictures > 10
      """)
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(!html.contains("url("))
  }

  @Test func `shows text of documents as text, whatever it is`() throws {
    let html = try review()
    #expect(!html.unicodeScalars.contains("\u{202E}"))
    #expect(html.split(separator: "<script>").count == 2, "our own and no other")
    let verdict = try walk(
      html,
      #"""
      hostile = '"\u0301 onload=alert(1) <script>alert(2)</script> & \ufffdtxt\ufffd'
      assert text.count(hostile) == 5, text.count(hostile)
      """#)
    #expect(verdict.status == 0, "\(verdict.output)")
  }

  @Test func `puts what a person has to decide first, then checks by outcome`() throws {
    let html = try review()
    let order = [
      "Deficiency candidate</span>", "What a person has to decide (5)",
      ">Document 02, pages 2, 3<", ">Document 03<",
      "id=\"check-SIG-01\" name=\"question\" open>", "evidence/", "id=\"check-NOT-01\"",
      "For this answer wait:", "id=\"check-NOT-02\"", "id=\"check-DAT-03\"",
      "<h2>Satisfied (1)</h2>", "id=\"check-FRM-01\"",
      "<h2>For information, without effect on the outcome (2)</h2>", "id=\"check-LNG-01\"",
      "id=\"finding-t1\"", "id=\"finding-a1\"", "id=\"finding-p1\"", "id=\"d01\"", "id=\"d01-p1\"",
      "id=\"d02-p3\"",
      "id=\"d03\"",
    ]
    var rest = html[...]
    for mark in order {
      guard let place = rest.range(of: mark) else {
        Issue.record("'\(mark)' does not stand where it should")
        return
      }
      rest = rest[place.upperBound...]
    }
  }

  @Test func `says outcomes, margins and states in words`() throws {
    let html = try review()
    for words in [
      "not found by the checker", "176 days late", "5 days left",
      "1 of them within the period, from 176 days late to 5 days left",
      "place found, empty", "Nothing else in the packet may be the signature.",
      "2024-05-01 to 2024-05-31 (likely)", "and went on after it",
      "could not be read", "ocr.dpi = 400", "3 to 4 pages", "State of Ohio, County of Union",
      "not verified by the checker",
    ] {
      #expect(html.contains(words), "\(words)")
    }
    #expect(!html.lowercased().contains("missing"))
  }

  @Test func `says how sure it is in words, because no confidence is a probability`() throws {
    let verdict = try walk(
      review(),
      #"""
      import re
      assert not re.search(r'\d ?%', text), re.search(r'.{20}\d ?%', text)
      for word in ('(clear)', '(likely)', '(doubtful)'): assert word in text, word
      """#)
    #expect(verdict.status == 0, "\(verdict.output)")
  }

  @Test func `shows what was read of a page that failed`() throws {
    let html = try review { inputs in
      let pages = inputs.facts.documents[1].pages
      inputs.facts.documents[1].pages[1].reading = pages[0].reading
      let previews = inputs.previews
      inputs.previews = { try previews($0 == pages[1].page ? pages[0].page : $0) }
    }
    let start = try #require(html.range(of: "id=\"d02-p2\"")?.upperBound)
    let end = try #require(html.range(of: "id=\"d02-p3\"")?.lowerBound)
    let sheet = html[start..<end]
    #expect(sheet.contains("Could not be read in full (crashed: signal 11)"))
    #expect(sheet.contains("<image href=\"pages/02/0002.jpg\""))
    #expect(sheet.contains("Letter of April 2024"))
  }

  @Test func `says that nothing is open where nothing is`() throws {
    let html = try review {
      $0.facts.documents.removeLast(2)
      $0.results.checks = $0.results.checks.filter { $0.outcome == .satisfied }
      $0.results.disposition = .ready
    }
    #expect(html.contains("The checker left nothing open"))
    #expect(!html.contains("class=\"question check"))
  }

  @Test func `shows a finding without a picture, too`() throws {
    let html = try review { $0.crops = [:] }
    #expect(html.contains("data-finding=\"a1\""))
    #expect(!html.contains("evidence/"))
  }
}
