import { isBlank, trimBlanks, withoutInvisible } from '../../nodes/CascadeMessaging/protocol/blanks';
import { isXmlName } from '../../nodes/CascadeMessaging/protocol/codecs/xmlText';
import { fromGatewayTime, readInstant } from '../../nodes/CascadeMessaging/protocol/gatewayTime';
import { readHost } from '../../nodes/CascadeMessaging/protocol/host';
import { toGatewayPhone } from '../../nodes/CascadeMessaging/protocol/phone';
import { reasonOf } from '../../nodes/CascadeMessaging/protocol/reasons';
import { readReply } from '../../nodes/CascadeMessaging/protocol/replies/reply';
import type { Proof } from '../../nodes/CascadeMessaging/protocol/signing';
import { redactorOf } from '../../nodes/CascadeMessaging/protocol/signing';
import { spellingsOf } from '../../nodes/CascadeMessaging/protocol/spellings';
import { hasHalfCharacter, shorten, splitList } from '../../nodes/CascadeMessaging/protocol/text';
import { isLongRun, share } from '../support/longRun';
import { growthOf, LINEAR } from './support/growth';
import type { Family } from './support/hostileTexts';
import { HOSTILE_TEXTS } from './support/hostileTexts';

const redact = redactorOf({ authentication: 'password', login: 'aaaa', password: 'aaaaaaab' });

const READERS: readonly [name: string, read: (text: string) => unknown][] = [
	['toGatewayPhone', (text) => toGatewayPhone(text, 'RU')],
	['isBlank', isBlank],
	['trimBlanks', trimBlanks],
	['withoutInvisible', withoutInvisible],
	['splitList', splitList],
	['shorten', shorten],
	['readInstant', (text) => readInstant(text, 'Europe/Moscow')],
	['fromGatewayTime', (text) => fromGatewayTime(text, 'Europe/Moscow')],
	['readHost', readHost],
	['reasonOf', reasonOf],
	['isXmlName', isXmlName],
	['hasHalfCharacter', hasHalfCharacter],
	['redactorOf', redact],
	['readReply', readReply],
];

const growthOver = (family: Family, read: (text: string) => unknown): number =>
	growthOf((length) => {
		const text = family(length);
		return () => read(text);
	});

describe.each(READERS.map((reader, turn) => [...reader, turn] as const))('%s takes linear time over', (_, read, turn) => {
	it.each(share(HOSTILE_TEXTS, 8, turn))('%s', (_name, family) => {
		expect(growthOver(family, read)).toBeLessThan(LINEAR);
	});
});

/** Pieces of a secret that a pattern could find in many ways, and share out among its parts in as many. */
const PIECES = [' ', ' \t', '\\', '"', '\\"', '\\\n', '&', '&amp;', '%25', '+ ', '\\u005c', 'é', '😀'];
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

describe.each(PIECES.map((piece, turn) => [piece, turn] as const))(
	'finding a secret takes time linear in how often it holds %j',
	(piece, turn) => {
		const TEXTS: readonly [name: string, written: string][] = [
			['as it is', piece],
			['in JSON', inJson(piece)],
			['in JSON, several times over', inJson(piece).replaceAll('\\', '\\'.repeat(5))],
			['in a URL', encodeURIComponent(piece)],
			['in HTML', piece.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
		];

		it.each(share(TEXTS, 2, turn))('in a text full of it, %s', (_, written) => {
			for (const [before, after] of [
				['', 'abcd'],
				['abcd', 'efgh'],
				['abcd', ''],
			] as const) {
				const text = `${before}${written.repeat(16)}!`.repeat(100);
				const growth = growthOf(
					(count) => {
						const pattern = spellingsOf(before + piece.repeat(count) + after);
						return () => text.replace(pattern, '***');
					},
					{ start: 1, most: 1 },
				);
				expect(growth).toBeLessThan(LINEAR);
			}
		});
	},
);

describe('a secret of any length is struck out, in linear time', () => {
	const token = (secret: string): Proof => ({ authentication: 'token', token: secret });

	it.each(['a', 'B\\"', 'ж'])('of %j', (piece) => {
		const growth = growthOf(
			(length) => {
				const secret = piece.repeat(length / piece.length);
				return () => redactorOf(token(secret))('x'.repeat(100));
			},
			isLongRun ? { start: 500, most: 500 } : { start: 100, most: 100 },
		);
		expect(growth).toBeLessThan(LINEAR);
	});

	it.each([4, 499, 500, 501, 1200])('of %d characters', (length) => {
		const secret = Array.from({ length }, (_, index) => '"ж😀a'.charAt(index % 5))
			.join('')
			.toWellFormed();
		const clean = redactorOf(token(secret))(`[${secret}] [${inJson(secret)}] [${encodeURIComponent(secret)}]`);
		expect(clean).toMatch(/^\[\*+\] \[\*+\] \[\*+\]$/);
	});
});
