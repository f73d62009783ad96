// Texts that are hard to parse: short pieces, each repeated until a length is reached.

/** Brackets, alone and behind a name, opened, closed and mixed. */
const brackets =
  "( [ { < ) ] } > () [] {} <> ([{ [( ({ {[ a( a[ a{ a< a() a[] (a)( (a, [a, {a, {a: a(a, (( [[ {{ }} (a)";

/** Marks of comments, strings, tags, templates and processing instructions. */
const delimiters =
  '/* /** */ // # -- --[[ --[==[ =begin\\n <!-- --> <![CDATA[ <? <?php\\s ?> <% %> <%= {{ {% ${ $( $(( #{ @ @( @{ %w[ %( %q{ " \' ` """ \'\'\' $" @" $@" f" "a" \'a\' ' +
  'f"{ $"{ "#{ "${ `${ "$( s"${ R"( r#" <<A\\n <<-A\\n <<~A\\n <<<A\\n <<\'A\'\\n \\\\ \\\\" /a /a/ ~ $ $a $$ ```\\n ~~~\\n';

/** Operators and separators, alone, behind a name and between names. */
const operators =
  "+ - * / % ^ & | ~ = == != ! ? : ; , . .. ... -> => <- := :: |> << >> <<< >>> && || ?? ?. ** ++ " +
  "a+ a- a* a/ a& a| a&& a|| a?? a? a?a: a: a; a, a. a?. a= a== a=> a-> a:: a<- a:= a\\n a\\s a:\\s a:\\n a\\sb\\s a\\sa( a<a> a<a, a.a( !a -a *a &a @a\\s #a\\s #[a #a\\n " +
  "1 1\\s 0x 1e 1. é 中 😀 \\t \\s \\n \\r\\n";

/** Keywords and beginnings of statements, of all languages alike. */
const statements =
  "if\\s if( if(a) if\\sa\\s if\\sa:\\n if(a){ if\\sa{ else\\s else{ else\\sif(a) elif\\s for\\s for( for(;; while\\s while( switch\\s switch(a){ case\\s case\\sa: match\\s match\\sa{ when\\s when{ " +
  "try\\s try{ catch\\s do\\s do{ begin\\s begin\\n def\\s def\\sa\\n def\\sa: fn\\s fn\\sa(){ fun\\s fun\\sa(){ func\\s func(){ func\\sa(){ function\\s function(){ class\\s class\\sa{ class\\sa:\\n struct\\s enum\\s interface\\s namespace\\sa{ module\\s " +
  "new\\s new\\sa( return\\s throw\\s await\\s async\\s yield\\s lambda\\s lambda: not\\s in\\s is\\s as\\s typeof\\s sizeof( template< operator\\s using\\s import\\s from\\s select\\s where\\s let\\s var\\s const\\s val\\s type\\s public\\s static\\s unsafe{ " +
  '#if\\sa\\n #else\\n #define\\sa\\s #include\\s end\\s end\\n then\\s fi\\n done\\s esac\\s with\\s a=\\"\\s resource\\s"a"\\s{ @if\\s';

/** Pieces of data and of markup. */
const data =
  '-\\s -\\n -\\sa:\\s -\\s-\\n ?\\s *\\s &a\\s !\\s |\\n >\\n >\\s %\\s a:\\s{ a:\\s[ a:\\s" "a": {"a": [{"a": [1, {}, "a", <a> <a\\s </a> </ /> <a/> <a\\sb= <a\\sb=" <a\\s<b\\s <a></b> [a] [a]\\n [[a]]\\n a=1\\n a=\\n a.b= a={ #\\s ##\\s |a |a|\\n ||\\n *\\sa\\n 1.\\sa\\n [a]( ![a]( ** _ <br> &amp; &';

const pieces = [brackets, delimiters, operators, statements, data]
  .join(" ")
  .split(" ")
  .map((piece) =>
    piece
      .replaceAll("\\s", " ")
      .replaceAll("\\n", "\n")
      .replaceAll("\\r", "\r")
      .replaceAll("\\t", "\t")
      .replaceAll("\\\\", "\\")
      .replaceAll('\\"', '"'),
  );

/** The pieces, without repetitions. */
export const repeatedPieces: readonly string[] = [...new Set(pieces)];
