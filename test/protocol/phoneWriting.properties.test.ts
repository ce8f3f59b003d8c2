import fc from 'fast-check';

import { readWrittenPhone } from '../../nodes/CascadeMessaging/protocol/phoneWriting';
import { RUNS } from './support/runs';

it('the commonest ways of writing are read as all others are: those with a blank in front', () => {
	const part = fc.constantFrom(
		'+',
		'+7',
		'8',
		'00',
		'(',
		')',
		'-',
		' ',
		'.',
		'/',
		'~',
		'0',
		'1',
		'19',
		'20',
		'900',
		'(900)',
		'123',
		'2026',
		'x',
	);
	const phone = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
	const begun = fc.tuple(fc.constantFrom('+7 ', '8(916)', '8 (', '+7(', '7916', '20-11-'), phone).map((parts) => parts.join(''));
	fc.assert(
		fc.property(fc.oneof(phone, begun), (text) => {
			expect(readWrittenPhone(text)).toEqual(readWrittenPhone(` ${text}`));
		}),
		{ numRuns: 10 * RUNS.numRuns },
	);
});
