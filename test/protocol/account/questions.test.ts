import { changesAccount, encodeQuestion } from '../../../nodes/CascadeMessaging/protocol/account/answer';
import type { QuestionName } from '../../../nodes/CascadeMessaging/protocol/account/questions';
import { QUESTIONS } from '../../../nodes/CascadeMessaging/protocol/account/questions';

const NAMES = Object.keys(QUESTIONS) as QuestionName[];

it('there are those of the manual', () => {
	expect(NAMES.map((name) => QUESTIONS[name].type)).toEqual([
		...['balance', 'originator', 'def', 'time', 'list_stop', 'stop'],
		...['list_bases', 'bases', 'list_phones', 'phones', 'list_scheduled', 'scheduled'],
	]);
});

it('some of them change the account', () => {
	expect(NAMES.filter(changesAccount)).toEqual(['changeStopList', 'changeContactLists', 'changeContacts', 'cancelScheduled']);
});

it('all go to one place, as JSON that says first what is asked', () => {
	expect(encodeQuestion('phoneFacts', { phones: ['74951234567'] })).toEqual({
		method: 'POST',
		path: '/sendsmsjson.php',
		contentType: 'application/json; charset=utf-8',
		body: '{"type":"def","phones":["74951234567"]}',
	});
});
