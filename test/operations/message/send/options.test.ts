import type { INodeProperties } from 'n8n-workflow';

import { readAttachedData } from '../../../../nodes/CascadeMessaging/operations/message/attachData';
import { readCampaign } from '../../../../nodes/CascadeMessaging/operations/message/campaign';
import { optionsField, readSettings } from '../../../../nodes/CascadeMessaging/operations/message/send/options';
import { sendAtField } from '../../../../nodes/CascadeMessaging/operations/message/send/sendAt';
import { sendWindowField } from '../../../../nodes/CascadeMessaging/operations/message/send/sendWindowField';
import { stopListsField } from '../../../../nodes/CascadeMessaging/operations/message/stopLists';
import { namesRead } from '../../support/namesRead';

const options = optionsField.options as INodeProperties[];

it('an option that is not set works as its default in the interface says, but waiting is only for those who add it', () => {
	const shown = Object.fromEntries(options.map((option) => [option.name, option.default]));
	expect(readSettings(shown)).toEqual({ ...readSettings({}), waitMilliseconds: 5 * 60_000 });
	expect(readSettings({})).toEqual({
		protocol: 'json',
		recipientsPerRequest: 500,
		parallelRequests: 1,
		requestsPerMinute: 0,
		pauseMilliseconds: 0,
		timeoutSeconds: 600,
		retries: 3,
		includeRawAnswer: false,
		waitMilliseconds: 0,
		refusesEmpty: false,
	});
});

it('takes numbers that an expression gives as text', () => {
	expect(
		readSettings({ recipientsPerRequest: '20.9', parallelRequests: '3', requestsPerMinute: '30', pauseBetweenRequests: '1,5' }),
	).toMatchObject({ recipientsPerRequest: 20, parallelRequests: 3, requestsPerMinute: 30, pauseMilliseconds: 1500 });
	expect(readSettings({ timeout: '30', retries: '2', waitForFinalStates: '1' })).toMatchObject({
		timeoutSeconds: 30,
		retries: 2,
		waitMilliseconds: 60_000,
	});
	expect(readSettings({ protocol: 'get', includeRawAnswer: 'true', emptyPlaceholders: 'refuse' })).toMatchObject({
		protocol: 'get',
		includeRawAnswer: true,
		refusesEmpty: true,
	});
});

it.each([
	[{ protocol: 'soap' }, 'Protocol must be one of json, xml, get.'],
	[{ recipientsPerRequest: 0 }, 'Recipients per Request must be 1 or more, but it is 0.'],
	[{ parallelRequests: 6 }, 'Parallel Requests must be 5 or less, but it is 6.'],
	[{ requestsPerMinute: -1 }, 'Requests per Minute must be 0 or more, but it is -1.'],
	[{ pauseBetweenRequests: -1 }, 'Pause Between Requests must be 0 or more, but it is -1.'],
	[{ timeout: 'soon' }, 'Timeout must be a number, but it is "soon".'],
])('refuses %j', (given, message) => {
	expect(() => readSettings(given)).toThrow(message);
});

it('shows the options it reads, and no others', () => {
	const ofItems = namesRead((given) => [readAttachedData(given), readCampaign(given)]);
	const read = [...namesRead(readSettings), ...ofItems, sendAtField.name, sendWindowField.name, stopListsField.name].sort();
	expect(options.map(({ name }) => name).sort()).toEqual(read);
});

it('says what its options are to sending', () => {
	expect(options.find(({ name }) => name === 'campaignName')?.description).toBe(
		"The name the messages get in the operator's cabinet. Not over GET.",
	);
	expect(options.find(({ name }) => name === 'retries')?.description).toBe(
		'How often to try again, after 1, 2, 4 … seconds, when the gateway cannot be reached. What may have been sent is tried again only with client message IDs. Taken from the first item.',
	);
});
