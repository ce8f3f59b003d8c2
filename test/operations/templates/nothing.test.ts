import { isNothing } from '../../../nodes/CascadeMessaging/operations/templates/nothing';

it.each(['', ' ', '\n\t', '\u00a0\u2003', '\u200b\u200d', '\ufeff', '\u00ad', '\ufe0f', '\u2060\u202a', '\u3164', '\u2800', '\u0000'])('%j shows nothing', (text) => {
	expect(isNothing(text)).toBe(true);
});

it.each(['a', ' .', '0', '😀', '\u200ba', '\ud83d', '\ue000'])('%j shows something', (text) => {
	expect(isNothing(text)).toBe(false);
});
