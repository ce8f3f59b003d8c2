import { campaignField, readCampaign, readCampaignToSend } from '../../../nodes/CascadeMessaging/operations/message/campaign';
import { Given } from '../../../nodes/CascadeMessaging/operations/shared/templates/given';
import { TextReader } from '../../../nodes/CascadeMessaging/operations/shared/templates/textReader';
import { refusalOf } from '../support/refusalOf';

const texts = new TextReader({ refusesEmpty: false, evaluate: () => undefined }).of(0);
const toSend = (options: unknown, typed: unknown = options) => readCampaignToSend(new Given(options, typed), texts);

it('is what the options name', () => {
	expect(campaignField.name).toBe('campaignName');
	expect(readCampaign({ campaignName: ' Autumn ' })).toBe('Autumn');
	expect(toSend({ campaignName: ' Autumn ' })).toBe('Autumn');
});

it.each([undefined, null, '', ' '])('is none where there is %j', (campaignName) => {
	expect(readCampaign({ campaignName })).toBeUndefined();
	expect(toSend({ campaignName })).toBeUndefined();
	expect(toSend(undefined)).toBeUndefined();
});

it('is refused where it is no text', () => {
	const refusal = {
		code: 'valueNotReadable',
		field: 'Campaign Name',
		message: 'Campaign Name must be text, but its expression gives a list or an object.',
	};
	expect(refusalOf(() => readCampaign({ campaignName: {} }))).toEqual(refusal);
	expect(refusalOf(() => toSend({ campaignName: {} }))).toEqual(refusal);
});

it('is refused broken where it goes out with a message', () => {
	expect(refusalOf(() => toSend({ campaignName: 'Sale [object Object]' }, { campaignName: '=Sale {{ $json.x }}' }))).toMatchObject({
		code: 'textBroken',
		field: 'Campaign Name',
	});
	expect(readCampaign({ campaignName: 'Sale [object Object]' })).toBe('Sale [object Object]');
});
