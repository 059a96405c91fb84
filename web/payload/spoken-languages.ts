/**
 * Languages that people in a case may speak or write, as BCP 47 tags: the living ones of ISO 639-1, and some more of
 * those who cross borders. What was written before, or by a newer client, may hold another tag, and stays readable.
 */

export const SPOKEN_LANGUAGES = [
  "aa", "ab", "af", "ak", "am", "ar", "as", "av", "ay", "az", "ba", "bal", "be", "bg", "bi",
  "bm", "bn", "bo", "br", "bs", "ca", "ce", "ceb", "ch", "ckb", "co", "cr", "cs", "cv", "cy",
  "da", "de", "dv", "dz", "ee", "el", "en", "es", "et", "eu", "fa", "fa-AF", "ff", "fi",
  "fj", "fo", "fr", "fy", "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he", "hi", "hil", "ho",
  "hr", "ht", "hu", "hy", "hz", "id", "ig", "ii", "ik", "is", "it", "iu", "ja", "jv", "ka",
  "kab", "kea", "kg", "ki", "kj", "kk", "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw",
  "ky", "lb", "lg", "li", "ln", "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn",
  "mr", "ms", "mt", "my", "na", "nb", "nd", "ne", "ng", "nl", "nn", "nr", "nv", "ny", "oc",
  "oj", "om", "or", "os", "pa", "pcm", "pl", "ps", "pt", "qu", "rhg", "rm", "rn", "ro",
  "rom", "ru", "rw", "sc", "sd", "se", "sg", "si", "sk", "sl", "sm", "sn", "snk", "so", "sq",
  "sr", "ss", "st", "su", "sv", "sw", "ta", "te", "tg", "th", "ti", "tig", "tk", "tl", "tn",
  "to", "tr", "ts", "tt", "tw", "ty", "ug", "uk", "ur", "uz", "ve", "vi", "wa", "wo", "xh",
  "yi", "yo", "za", "zgh", "zh", "zu",
] as const; // oxfmt-ignore
