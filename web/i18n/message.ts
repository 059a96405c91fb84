/**
 * What a message is: a text with {placeholders}, or its plural forms. English is the type of every other
 * language, so a missing or a spare key does not compile.
 */

/** Forms by the plural categories of CLDR; a language gives those its rules can ask for. */
export type PluralForms = { readonly other: string } & {
  readonly [Rule in Exclude<Intl.LDMLPluralRule, "other">]?: string;
};
export type Message = string | PluralForms;
export type Messages = Readonly<Record<string, Message>>;

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type PlaceholderOf<Of> = Of extends string
  ? Placeholder<Of>
  : Of extends { readonly other: infer Other extends string }
    ? "count" | Placeholder<Other>
    : never;

/** What t() must be given for a message: nothing, or one value for each placeholder. */
export type Values<Of> = [PlaceholderOf<Of>] extends [never]
  ? []
  : [values: { readonly [Name in PlaceholderOf<Of>]: string | number }];

/** The same keys in another language. */
export type Translation<English extends Messages> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : PluralForms;
};
