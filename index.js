// What n8n loads by path, for those who require the package by name.
const { CascadeMessagingApi } = require('./dist/credentials/CascadeMessagingApi.credentials.js');
const { CascadeMessaging } = require('./dist/nodes/CascadeMessaging/CascadeMessaging.node.js');
const { CascadeMessagingTrigger } = require('./dist/nodes/CascadeMessaging/CascadeMessagingTrigger.node.js');

module.exports = { CascadeMessaging, CascadeMessagingApi, CascadeMessagingTrigger };
