// Words that shells like to misread; every writer has to carry them unchanged or refuse them.

export const HOSTILE: readonly string[] = [
  "", " ", "  a  ", "a b", "a\tb", "\t", "a\nb", "\n", "a\r\nb", "\r",
  "'", "''", "'''", "it's", "'quoted'", '"', '""', 'say "hi"', "'\"'", '"\'"', "a'b\"c'd",
  "\\", "\\\\", "a\\", "a b\\", "a b\\\\", '\\"', '\\\\"', "\\'", "C:\\Program Files\\x\\", "\\n", "end\\ ",
  "$", "$HOME", "${HOME}", "$(id)", "`id`", "$'a'", '$"a"', "$$", "$1", "pa$$word", "$env:PATH", "@args", "@(1)", "--%", "--", "-a.b", "-p:80", "-",
  "!", "!!", "a!b", "wow!", "#", "#a", "a #b", "a#b", ";", "a;b", "&", "a&b", "&&", "|", "a||b", "<", ">", ">>x", "2>&1", "<(id)",
  "(", ")", "(a)", "{a,b}", "{}", "[a]", "*", "?", "~", "~root", "=", "=ls", "a=b", "%", "%%", "%PATH%", "%PATH:a=b%", "%a", "100% of %PATH%", "%1", "%~dp0",
  "^", "a^", "^^", "^&", '^"', "a^b c", ",", "a,b", "0", "1kb", "0x10", ".5", "1e3", "5222:5222",
  "é", "日本", "😀", "\u2018a\u2019", "\u201cb\u201d", "\u201a\u201b", "\u00a0", "\u2013x", "a\u0001b", "\u007f", "\u001b[0m", "\u001a",
  "K=it's $HOME \"x\" \\ `id` %PATH% !a ^ & | <> (y) #z",
]; // prettier-ignore
