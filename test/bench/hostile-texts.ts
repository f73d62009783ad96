// Texts that are hard to parse: pieces, each repeated until a length is reached. In these lists a space stands between
// two pieces, `␣` is a space of a piece, `⏎` a line break, `⇥` a tab.

/** Brackets, alone and behind a name, opened, closed and mixed. */
const brackets =
  "( [ { < ) ] } > () [] {} <> ([{ [( ({ {[ a( a[ a{ a< a() a[] (a)( (a, [a, {a, {a: a(a, (( [[ {{ }} (a)";

/** Delimiters of comments, strings, heredocs, tags, templates and processing instructions. */
const delimiters = [
  "/* /** */ // # -- --[[ --[==[ =begin⏎ <!-- --> <![CDATA[ <? <?php␣ ?> <% %> <%= {% ${ $( $(( #{ @ @( @{",
  '%w[ %( %q{ " \' ` """ \'\'\' $" @" $@" f" "a" \'a\' f"{ $"{ "#{ "${ `${ "$( s"${ R"( r#" \\ \\" ~ $ $a $$',
  "/*␣ <<A⏎ <<-A⏎ <<~A⏎ <<<A⏎ <<'A'⏎ /a /a/ ```⏎ ~~~⏎",
].join(" ");

/** Operators and separators, alone, behind a name and between names. */
const operators = [
  "+ - * / % ^ & | ~ = == != ! ? : ; , . .. ... -> => <- := :: |> << >> <<< >>> && || ?? ?. ** ++ a+ a- a* a/ a& a|",
  "a&& a|| a?? a? a?a: a: a; a, a. a?. a= a== a=> a-> a:: a<- a:= a⏎ a␣ a:␣ a:⏎ a␣b␣ a␣a( a<a> a<a, a.a( !a -a *a &a",
  "@a␣ #a␣ #[a #a⏎ 1 1␣ 0x 1e 1. é 中 😀 ⇥ ␣ ⏎",
].join(" ");

/** Keywords and beginnings of statements, of all languages alike. */
const statements = [
  "if␣ if( if(a) if␣a␣ if␣a:⏎ if(a){ if␣a{ else␣ else{ else␣if(a) elif␣ for␣ for( for(;; while␣ while( switch␣",
  "switch(a){ case␣ case␣a: match␣ match␣a{ when␣ when{ try␣ try{ catch␣ do␣ do{ begin␣ begin⏎ def␣ def␣a⏎ def␣a:",
  "fn␣ fn␣a(){ fun␣ fun␣a(){ func␣ func(){ func␣a(){ function␣ function(){ class␣ class␣a{ class␣a:⏎ struct␣ enum␣",
  "interface␣ namespace␣a{ module␣ new␣ new␣a( return␣ throw␣ await␣ async␣ yield␣ lambda␣ lambda: not␣ in␣ is␣ as␣",
  "typeof␣ sizeof( template< operator␣ using␣ import␣ from␣ select␣ where␣ let␣ var␣ const␣ val␣ type␣ public␣",
  'static␣ unsafe{ #if␣a⏎ #else⏎ #define␣a␣ #include␣ end␣ end⏎ then␣ fi⏎ done␣ esac␣ with␣ a="␣ resource␣"a"␣{ @if␣',
].join(" ");

/** Pieces of data and of markup. */
const data = [
  '-␣ -⏎ -␣a:␣ -␣-⏎ ?␣ *␣ &a␣ !␣ |⏎ >⏎ >␣ %␣ a:␣{ a:␣[ a:␣" "a": {"a": [{"a": [1, {}, "a", <a> <a␣ </a> </ /> <a/>',
  '<a␣b= <a␣b=" <a␣<b␣ <a></b> [a] [a]⏎ [[a]]⏎ a=1⏎ a=⏎ a.b= a={ #␣ ##␣ |a |a|⏎ ||⏎ *␣a⏎ 1.␣a⏎ [a]( ![a]( _ <br> &amp;',
].join(" ");

const marks: Record<string, string> = { "␣": " ", "⏎": "\n", "⇥": "\t" };

/** The pieces, without repetitions. */
export const pieces: readonly string[] = [
  ...new Set(
    [brackets, delimiters, operators, statements, data]
      .join(" ")
      .split(" ")
      .map((piece) => piece.replace(/[␣⏎⇥]/g, (mark) => marks[mark] ?? mark)),
  ),
];

/** Returns a text of a language in which a piece is repeated; `length` is in UTF-16 units. */
export function repeated(languageId: string, piece: string, length: number): string {
  // All that is before this tag is text.
  const start = languageId === "php" ? "<?php\n" : "";
  return (start + piece.repeat(Math.ceil(length / piece.length))).slice(0, length);
}

/** Returns a text whose lines are indented more and more, as far as its length allows. */
export function staircase(line: string, length: number): string {
  const lines: string[] = [];
  for (let depth = 0, size = 0; size < length; depth++) {
    lines.push(" ".repeat(depth) + line);
    size += depth + line.length + 1;
  }
  return lines.join("\n").slice(0, length);
}
