/**
 * The form of an agreement on paper, in the language of Typst. Nothing of an agreement stands in it: all words come
 * in as data (`Paper` in print-sheet.ts) and are only ever set as text.
 */
export const TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.data))
#let grey = luma(32%)
#let hair = 0.4pt + luma(65%)

#let toward(one) = if one.dir == "rtl" { rtl } else { ltr }
#let lines(words) = words.split("\n").join(linebreak())

// One text in its own language and direction.
#let passage(one) = {
  set text(lang: one.lang, dir: toward(one))
  set text(fill: grey, size: 0.9em) if one.at("quiet", default: false)
  set text(weight: "bold") if one.at("strong", default: false)
  if "label" in one { text(fill: grey)[#one.label: ] }
  lines(one.text)
}
#let stacked(all, width: auto) = for one in all { block(width: width, spacing: 0.45em, passage(one)) }

// About how long a row is: as long as its longest cell.
#let length(cells) = calc.max(..cells.map(all => all.map(one => one.text.len() + 40 * one.text.split("\n").len()).sum(default: 0)))

// A row stays together, unless it is so long that a page might not hold it: then all of its cells may break.
#let row(cells) = {
  let breakable = length(cells) > 700
  cells.map(all => table.cell(breakable: breakable, stacked(all)))
}

#set document(
  title: data.title,
  date: datetime(year: data.day.year, month: data.day.month, day: data.day.day),
)
#set text(
  font: ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"), fallback: false, size: 9.5pt,
  lang: data.lang, dir: toward(data), hyphenate: false,
)
#set par(leading: 0.55em, spacing: 0.8em)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 24mm, bottom: 32mm),
  background: if data.draft.len() > 0 {
    rotate(-45deg, text(size: 90pt, weight: "bold", fill: luma(95%), data.draft.first().mark))
  },
  header: {
    set text(size: 8pt)
    grid(
      columns: (1fr, auto), column-gutter: 8mm,
      text(fill: grey, lines(data.title)),
      for one in data.draft { block(spacing: 0.4em, passage((..one, strong: true))) },
    )
    line(length: 100%, stroke: hair)
  },
  footer: context {
    set text(size: 6.5pt, fill: grey)
    set par(leading: 0.4em)
    let number = str(counter(page).get().first())
    let last = str(counter(page).final().first())
    line(length: 100%, stroke: hair)
    grid(
      columns: (1fr, auto), column-gutter: 6mm,
      for one in data.sums { block(spacing: 0.4em, passage((..one, text: one.text + " " + one.sum))) },
      align(end, for one in data.pages {
        block(spacing: 0.4em, passage((..one, text: one.text.replace("%p", number).replace("%n", last))))
      }),
    )
  },
)

#show heading: set block(above: 1.6em, below: 0.9em, sticky: true)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 10.5pt)

// The same heading in all languages is one heading.
#let titled(level, all) = heading(level: level, all.map(passage).join(if level == 1 { linebreak() } else [#h(0.5em)·#h(0.5em)]))

#let kinds = (
  heading: b => titled(b.level, b.runs),
  // One text for each language, beside each other.
  pair: b => block(width: 100%, above: 0.9em, below: 0.9em, grid(
    columns: b.cells.map(_ => 1fr), column-gutter: 8mm,
    // Full width, so that each language begins at its own side.
    ..b.cells.map(all => stacked(all, width: 100%)),
  )),
  table: b => {
    // Narrow columns need it; elsewhere it would only cost time.
    set text(hyphenate: true)
    // A small table stays together like a row.
    let isSmall = b.rows.map(length).sum(default: 0) <= 700
    block(breakable: not isSmall, width: 100%, table(
    columns: b.heads.map(one => one.width * 1fr),
    inset: (x: 3pt, y: 4pt),
    stroke: (x: none, y: hair),
    align: (x, _) => if b.heads.at(x).end { end + top } else { start + top },
    table.header(..b.heads.map(one => text(size: 0.9em, weight: "bold", stacked(one.runs)))),
    ..b.rows.map(row).sum(default: ()),
  ))},
  signatures: b => grid(
    columns: (1fr, 1fr), gutter: 8mm,
    ..b.boxes.map(box => block(width: 100%, breakable: false, stroke: hair, inset: 4mm, {
      block(text(weight: "bold", box.name))
      stacked(box.runs)
      for one in box.blanks {
        v(9mm)
        line(length: 100%, stroke: 0.6pt + luma(30%))
        block(above: 0.3em, text(size: 7.5pt, fill: grey, one.map(passage).join([ · ])))
      }
    })),
  ),
)
#for b in data.blocks { (kinds.at(b.kind))(b) }
`;
