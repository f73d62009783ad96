// The words in names, grouped by what they imply.

const setOf = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(",").split(/ *, */));

/** Names of calls and casts that do not change what a value is: `tea.StringValue(e.Code)`, `e.code as string`. */
export const conversions = setOf(
  "as str, as deref, as ref, unwrap or, unwrap or default, to owned, clone, to s, to sym, c str",
  "downcase, upcase, to lower, to upper, to lower case, to upper case, should, raw value, as",
  "string, str, text, value, string value, to string, get, trim, strip, unwrap, get value, must",
  "any, const, default, or default, ptr, pointer, unknown, name, safe, none, null, nil, undefined",
  "empty, false",
);

/** Words behind "code" that leave it a code: `code_string`, `codePrefixes`. */
export const forms = setOf(
  "str, string, strings, prefix, prefixes, suffix, suffixes, list, set, tuple, array, constant, constants",
);

/** Words before "code" that make it another kind of code: HTTP status code, country code, exit code … */
export const otherCodes = setOf(
  "status, http, exit, return, country, city, area, zip, postal, post, language, lang, locale",
  "currency, region, source, byte, op, char, key, qr, bar, color, colour, verification, verify",
  "verifying, invite, invitation, promo, coupon, discount, sms, auth, authorization, captcha",
  "product, item, account, business, dept, department, signal, unicode, vs, js, py, zone, bank",
  "stock, tax, role, menu, dict, type, category, grant, two, mfa, otp, pass, access, hash, machine",
  "native, assembly, shell, inline, example, sample, template, class, module, package, event, state",
  "resource, vendor, iso",
);

/** Words for errors. */
export const errorWords = setOf(
  "error, errors, err, errs, errcode, errorcode, errcodes, errorcodes, exception, exceptions, 错误码",
  "错误代码, fault, faults, failure, failures, fail, failed, throttling, throttle, fails",
);

/** Words for a code. */
export const codeWords = setOf("code, codes, errcode, errorcode, errcodes, errorcodes, 错误码, 错误代码");

/** Words before "code" that leave open what kind of code it is. */
export const plainWords = setOf(
  "get, set, is, has, with, want, wanted, expect, expected, got, actual, given, my, this, the, last",
  "first, other, sub, response, resp, res, result, ret, returned, api, sdk, cloud, raw, inner, e, ex",
  "server, client, remote, origin, original, final, current, known, all, extra, common",
);

/** Words in names of states and events, which may be failures without being errors. */
export const stateWords = setOf("status, statuses, state, states, phase, phases, event, events");

/** Words in names of functions that test something. */
export const testWords = setOf(
  "is, are, has, have, in, any, one, match, matches, matching, expect, expects, expected, contain",
  "contains, include, includes, check, equal, equals, skip, allow, allowed, allows, except, should",
  "need, needs, can, may, tolerate, filter, swallow, until, while, when",
);

/** Words for failing that are not specific to requests: tasks, events and machines fail too. */
export const endings = setOf("fail, failed, failure, failures, throttle, throttling, fails");

/** Words for what belongs to an error but is not its code. */
export const otherThings = setOf(
  "message, msg, text, description, desc, title, label, reason, template, header, key, field",
  "attribute, attr, property, column, param, parameter, prefix, suffix, event, topic, queue",
  "channel, metric, counter, count, log, logger, handler, listener, callback, hook, condition",
  "phase, status, statuse, state, action, kind, type, level, severity, url, uri, path, file, page",
  "view, link, icon, id, name, format, pattern",
);

/** Words out of these for texts: a map of such texts has codes as its keys. */
export const textWords = setOf("message, msg, text, description, desc, title, label, reason, template");

/** Words out of `otherThings` for what is done or shown because of a code, but is none. */
export const resultWords = setOf(
  "handler, callback, hook, action, url, link, page, view, icon, level, severity",
);

/** Matches functions that create or print a text rather than inspect a code. */
export const textFunctions =
  /(?:^|\W)(?:console|logger|log|logging|logrus|klog|glog|slog|fmt|util|format|print\w*|errorf|warnf?|infof?|debugf?|fatalf?|sprintf)(?:\W|$)/i;

/** Matches the error classes of programming languages, whose argument is a message. */
export const standardErrors =
  /^(?:(?:base|runtime|illegal(?:argument|state)|argument(?:null|outofrange)?|invalid(?:argument|operation|state|cast)|notimplemented|(?:un|not)supported(?:operation|encoding)?|nullpointer|indexoutofbounds|outof(?:bounds|range)|numberformat|unexpectedvalue|bad(?:function|method)call|logic|domain|length|security|io|system|assertion)exception|(?:value|type|runtime|key|index|lookup|attribute|assertion|range|overflow|syntax|reference|os|io|import|name|notimplemented|standard|argument|logic|domain|eval|uri|aggregate)error)$/;
