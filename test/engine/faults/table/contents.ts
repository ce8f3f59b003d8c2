import type { Row } from './row';
import { WELL } from './usually';

const HUGE_ID = '123456789012345678901234567890';
const BY_POSITION = 'Over GET only the order tells who is who: with too few or too many answers nobody is guessed at.';

/** Documents that are well-formed and say something else than they should. */
export const contentRows: readonly Row[] = [
	{
		name: 'missing messages',
		title: 'The answer for the last message is missing',
		fault: { fault: 'missing-messages' },
		expect: {
			...{ json: 'AAAUU notAnswered ×1', xml: 'AAAUU notAnswered ×1', get: 'UUUUU emptyAnswer ×2' },
			...{ jsonNumbered: 'AAAUU notAnswered ×2', xmlNumbered: 'AAAUU notAnswered ×2', getOnce: 'UUURA emptyAnswer ×2' },
			...{ statusJson: 'UUU notAnswered ×1', statusXml: 'UUU unexpectedShape ×6' },
			...{ statusGet: 'UUU emptyAnswer ×6', statusGetOnce: 'TTT ×4', pollJson: 'LL ×1', pollXml: 'LL failed ×6' },
		},
	},
	{
		name: 'missing recipients',
		title: 'The answer for the last recipient of each message is missing',
		note: `${BY_POSITION} The fifth is called refused: what is left of the answer is the refusal of the fourth alone.`,
		fault: { fault: 'missing-recipients' },
		everyWay: true,
		expect: {
			...WELL,
			...{ json: 'AAURU notAnswered ×1', xml: 'AAURU notAnswered ×1', get: 'UUURX notAnswered +2 ×2' },
			...{ jsonNumbered: 'AAURU notAnswered ×2', xmlNumbered: 'AAURU notAnswered ×2' },
			...{ statusJson: 'TTU notAnswered ×1', statusXml: 'TTU notAnswered ×1', statusGet: 'UUU emptyAnswer ×6' },
		},
	},
	{
		name: 'extra recipients',
		title: 'Answers for somebody nobody asked for',
		note: `The surplus answers are reported with their IDs. ${BY_POSITION}`,
		fault: { fault: 'extra-recipients' },
		everyWay: true,
		expect: {
			...WELL,
			...{ json: 'AAARA +2 ×1', xml: 'AAARA +2 ×1', get: 'UUUUU notAnswered +7 ×2' },
			...{ jsonNumbered: 'AAARA +2 ×1', xmlNumbered: 'AAARA +2 ×1', statusGet: 'OOO ×3' },
		},
	},
	{
		name: 'reordered',
		title: 'Answers in another order',
		note: 'Over GET nobody can notice: the IDs are swapped.',
		fault: { fault: 'reordered-recipients' },
		expect: { ...WELL, get: 'XAXXX ×2' },
	},
	{
		name: 'doubled',
		title: 'The first answer of each message twice',
		note: `An ID that is said twice is told once. The refusal has none: its second one is an answer that fits nobody. ${BY_POSITION}`,
		fault: { fault: 'doubled-recipients' },
		expect: {
			...WELL,
			...{ json: 'AAARA +1 ×1', xml: 'AAARA +1 ×1', get: 'UUUUU notAnswered +6 ×2' },
			...{ jsonNumbered: 'AAARA +1 ×1', xmlNumbered: 'AAARA +1 ×1', statusGet: 'OOO ×3' },
		},
	},
	{ name: 'IDs as numbers', title: 'IDs and phones as JSON numbers', fault: { fault: 'ids-as-numbers' }, expect: WELL },
	{
		name: 'IDs empty',
		title: 'Message IDs that are empty',
		fault: { fault: 'ids-empty' },
		expect: {
			...{ json: 'UUURU notAnswered ×1', xml: 'UUURU notAnswered ×1', get: 'UUURU notAnswered ×2' },
			...{ jsonNumbered: 'PPPRP ×2', xmlNumbered: 'PPPRP ×2' },
			...{ statusJson: 'UUU notAnswered ×1', statusXml: 'UUU notAnswered ×1', statusGet: 'TTT ×3' },
			...{ pollJson: 'LL ×1', pollXml: 'LL ×1' },
		},
	},
	{
		name: 'IDs as words',
		title: 'Words where message IDs should be',
		note: 'Over GET words are a refusal, as the manual has it: nobody can notice that the messages were taken.',
		fault: { fault: 'ids-as-words' },
		expect: {
			...{ json: 'UUURU notAnswered ×1', xml: 'UUURU notAnswered ×1', get: 'XXXRX ×2' },
			...{ jsonNumbered: 'PPPRP ×2', xmlNumbered: 'PPPRP ×2' },
			...{ statusJson: 'UUU notAnswered ×1', statusXml: 'UUU notAnswered ×1', statusGet: 'TTT ×3' },
			...{ pollJson: 'LL ×1', pollXml: 'LL ×1' },
		},
	},
	{
		name: 'IDs huge',
		title: 'Message IDs of 30 digits',
		note: 'Taken as they are.',
		statusNote: 'A state for another ID than was asked for is nobody’s.',
		fault: { fault: 'ids-huge' },
		givenId: HUGE_ID,
		expect: {
			...WELL,
			...{ statusJson: 'UUU notAnswered ×1', statusXml: 'UUU notAnswered ×1', pollJson: 'LL ×1', pollXml: 'LL ×1' },
		},
	},
	{
		name: 'other client numbers',
		title: 'Client numbers that were not sent',
		note: 'The ID stands in the output, but nobody can say whose it is.',
		fault: { fault: 'other-client-numbers' },
		expect: { ...WELL, jsonNumbered: 'UUUUU notAnswered ×1', xmlNumbered: 'UUUUU notAnswered ×1' },
	},
	{
		name: 'single objects',
		title: 'One object instead of a list of one',
		note: 'Shown for one recipient.',
		fault: { fault: 'single-objects' },
		alone: true,
		expect: {
			...{ json: 'A ×1', xml: 'A ×1', get: 'A ×1', jsonNumbered: 'A ×1', xmlNumbered: 'A ×1' },
			...{ statusJson: 'T ×1', statusXml: 'T ×1', statusGet: 'T ×1', pollJson: 'T ×1', pollXml: 'T ×1' },
		},
	},
	{ name: 'extra fields', title: 'Fields nobody knows', fault: { fault: 'extra-fields' }, expect: WELL },
];
