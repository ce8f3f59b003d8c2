import { dearAdvice } from '../../../../nodes/CascadeMessaging/operations/message/preview/dearAdvice';
import type { DearCharacter } from '../../../../nodes/CascadeMessaging/protocol';

const dear = (character: string, plain: string): DearCharacter => ({ character, plain, count: 1 });

it('says what is saved, and by which signs', () => {
	expect(dearAdvice({ characters: [dear('«', '"'), dear('№', 'N')], parts: 3, plainParts: 1 })).toBe(
		'Written plainly, this text takes 1 part instead of 3: « ("), № (N).',
	);
});

it('says what is won where no part is saved', () => {
	expect(dearAdvice({ characters: [dear('—', '-')], parts: 1, plainParts: 1 })).toBe(
		'Written plainly, this text takes more room in each part: — (-).',
	);
});

it('names what nobody sees', () => {
	const characters = [dear('\u00a0', ' '), dear('\u200b', ''), dear('\u2028', '\n')];
	expect(dearAdvice({ characters, parts: 2, plainParts: 1 })).toBe(
		'Written plainly, this text takes 1 part instead of 2: U+00A0 (a blank), U+200B (nothing), U+2028 (a line break).',
	);
});

it('lists no more than ten', () => {
	const characters = Array.from('«»“”„‟″‘’‚‛', (character) => dear(character, '"'));
	expect(dearAdvice({ characters, parts: 2, plainParts: 1 })).toMatch(/‚ \("\), …\.$/);
});
