import type { Row } from './row';
import { lost, lostStates, notRepeated, WHOLE_STATES } from './usually';

const BROKEN_ANSWER =
	'What came before the break is read: who is whole in it is accepted. The ID of the next one had come too, and is told.';

const WAITS = 'The trigger waits 25 seconds. That leaves no time to ask again within the same poll.';

/** Faults of the network. */
export const connectionRows: readonly Row[] = [
	{
		name: 'refused',
		title: 'The gateway refuses the connection',
		note: 'Tried again without risk: nothing can have arrived.',
		fault: { fault: 'refuse', seconds: 0 },
		passing: { fault: 'refuse', seconds: 0.5 },
		everyWay: true,
		expect: {
			...{ json: 'NNNNN connectionRefused ×0', xml: 'NNNNN connectionRefused ×0', get: 'NNNNN connectionRefused ×0' },
			...{ jsonNumbered: 'NNNNN connectionRefused ×0', xmlNumbered: 'NNNNN connectionRefused ×0' },
			...{ jsonOnce: 'AAARA ×1', getOnce: 'AAARA ×2', jsonNumberedOnce: 'AAARA ×1', xmlNumberedOnce: 'AAARA ×1' },
			...{ statusJson: 'UUU connectionRefused ×0', statusXml: 'UUU connectionRefused ×0', statusGet: 'UUU connectionRefused ×0' },
			...{ statusJsonOnce: 'TTT ×1', pollJson: 'LL failed ×0', pollXml: 'LL failed ×0', pollJsonOnce: 'TT ×1' },
		},
	},
	{
		name: 'no such name',
		title: 'The name of the host is not found',
		way: 'no such name',
		expect: {
			...{ json: 'NNNNN hostNotFound ×0', xml: 'NNNNN hostNotFound ×0', get: 'NNNNN hostNotFound ×0' },
			...{ jsonNumbered: 'NNNNN hostNotFound ×0', xmlNumbered: 'NNNNN hostNotFound ×0' },
			...{ statusJson: 'UUU hostNotFound ×0', statusXml: 'UUU hostNotFound ×0', statusGet: 'UUU hostNotFound ×0' },
			...{ pollJson: 'WW failed ×0', pollXml: 'WW failed ×0' },
		},
	},
	{
		name: 'certificate',
		title: 'The certificate of the gateway is not trusted',
		note: 'The connection is dropped before anything is sent. Connections are counted here.',
		way: 'untrusted certificate',
		expect: { ...notRepeated('NNNNN', 'certificateNotTrusted'), pollJson: 'WW failed ×1', pollXml: 'WW failed ×1' },
	},
	{
		name: 'reset before the body',
		title: 'The connection breaks before the request is read',
		note: 'The sender cannot know that nothing was read.',
		fault: { fault: 'reset-before-body' },
		expect: lost('connectionLost', 'not taken'),
	},
	{
		name: 'reset during the body',
		title: 'The connection breaks while the request is read',
		fault: { fault: 'reset-during-body' },
		expect: lost('connectionLost', 'not taken'),
	},
	{
		name: 'reset after the body',
		title: 'The connection breaks after the request, without an answer',
		fault: { fault: 'reset-after-body', accepted: true },
		expect: lost('connectionLost', 'taken'),
	},
	{
		name: 'reset during the answer',
		title: 'The connection breaks in the middle of the answer',
		note: BROKEN_ANSWER,
		statusNote: WHOLE_STATES,
		pollNote: WHOLE_STATES,
		fault: { fault: 'reset-during-answer' },
		expect: {
			...{ json: 'AAUUU notAnswered +1 ×1', xml: 'AAUUU notAnswered +1 ×1', get: 'UUUUU notAnswered/connectionLost +1 ×2' },
			...{ jsonNumbered: 'AAUUU notAnswered +1 ×2', xmlNumbered: 'AAUUU notAnswered +1 ×2' },
			...lostStates('connectionLost'),
			...{ statusJson: 'TUU connectionLost ×2', statusXml: 'TUU connectionLost ×2', pollJson: 'TL ×2', pollXml: 'TL ×2' },
		},
	},
	{
		name: 'hang',
		title: 'No answer within the Timeout',
		pollNote: WAITS,
		fault: { fault: 'hang', accepted: true },
		everyWay: true,
		timeout: 2,
		expect: { ...lost('timedOut', 'taken'), pollJson: 'LL failed ×1', pollXml: 'LL failed ×1', pollJsonOnce: 'LL failed ×1' },
	},
	{
		name: 'stalled body',
		title: 'The answer begins and stalls',
		note: BROKEN_ANSWER,
		statusNote: WHOLE_STATES,
		pollNote: `What comes whole is told. ${WAITS}`,
		fault: { fault: 'drip' },
		timeout: 2,
		expect: {
			...{ json: 'AAUUU notAnswered +1 ×1', xml: 'AAUUU notAnswered +1 ×1', get: 'UUUUU notAnswered/timedOut +1 ×2' },
			...{ jsonNumbered: 'AAUUU notAnswered +1 ×2', xmlNumbered: 'AAUUU notAnswered +1 ×2' },
			...lostStates('timedOut'),
			...{ statusJson: 'TUU timedOut ×2', statusXml: 'TUU timedOut ×2', pollJson: 'TL ×1', pollXml: 'TL ×1', pollJsonOnce: 'TL ×1' },
		},
	},
	{
		name: 'huge',
		title: 'An answer of more than 16 MB',
		note: 'Reading stops at 16 MB. Shown for one recipient.',
		// What lies between node and gateway takes some megabytes too: of so many the end is never sent.
		fault: { fault: 'huge', megabytes: 200 },
		alone: true,
		expect: { json: 'U answerTooLarge ×1', xml: 'U answerTooLarge ×1', get: 'U answerTooLarge ×1' },
	},
];
