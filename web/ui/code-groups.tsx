/** The twelve words or numbers of a code, in their order, left to right in every language. */

export interface CodeGroupsProps {
  readonly groups: readonly string[];
  /** Of the words; left out for numbers. */
  readonly language?: string;
}

export function CodeGroups({ groups, language }: CodeGroupsProps) {
  return (
    <ol class="code-groups" dir="ltr" translate="no" lang={language}>
      {groups.map((group, at) => (
        <li key={at}>
          <bdi>{group}</bdi>
        </li>
      ))}
    </ol>
  );
}
