/**
 * Controls of machines, the marks of annotated text, and code points that Unicode promises never to be characters: a text that
 * holds one cannot be shown, and an XML document that holds U+FFFF cannot be opened.
 */
export const noCharacter = /(?![\t\n\r])\p{Cc}|[\ufff9-\ufffb]|\p{Noncharacter_Code_Point}/u;

/** What a reader sees as nothing. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Z}\p{Cc}\p{Cf}]/gu;

/** Whether there is anything to see. */
export const showsNothing = (text: string) => text.replace(unseen, "") === "";

/** A pictogram in several code points, some of them unseen alone: joined, shaded, a digit in its key, the flag of a region. */
const pictograms =
  /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]+\u{e007f}|\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?(?:\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)*|[0-9#*]\ufe0f\u20e3/gu;

/** A joiner between two letters of a script whose letters join. In any other it is seen by nobody, and tells two names apart. */
const joiner =
  /(?<=[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{Join_Control}(?=[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])/gu;

const hidden = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cf}\p{Co}]/u;

/** Whether a name holds what nobody sees, or what turns the words around it: two names could look alike, or one like another text. */
export const hasHidden = (name: string) => hidden.test(name.replace(pictograms, "").replace(joiner, ""));

/** Whether there is a letter or a digit to say the name by. */
export const hasLetter = (name: string) => /[\p{L}\p{N}]/u.test(name);
