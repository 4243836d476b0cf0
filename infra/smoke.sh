#!/usr/bin/env bash
# Drives a deployed stage or the local cloud, and leaves nothing behind.
#
#   infra/smoke.sh http://127.0.0.1:8080                       the local cloud makes the tokens
#   USER_TOKEN=... ADMIN_TOKEN=... infra/smoke.sh https://...  a stage; without ADMIN_TOKEN operators' routes are left out
set -euo pipefail

base=${1:?usage: infra/smoke.sh <address of the API>}
base=${base%/}
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
passed=0

# call METHOD PATH [curl arguments]: the status; the body is in $answer
call() {
  local method=$1 path=$2
  shift 2
  curl --silent --show-error --max-time 60 --output "$answer" --write-out '%{http_code}' \
    --request "$method" --header 'content-type: application/json' "$@" "$base$path"
}

# expect STATUS SENTENCE METHOD PATH [curl arguments]
expect() {
  local wanted=$1 sentence=$2
  shift 2
  local status
  status=$(call "$@")
  if [ "$status" != "$wanted" ]; then
    printf 'FAILED %s: %s %s answered %s, not %s\n' "$sentence" "$1" "$2" "$status" "$wanted" >&2
    head -c 500 "$answer" >&2
    exit 1
  fi
  passed=$((passed + 1))
  printf '  ok   %s\n' "$sentence"
}

# holds TEXT SENTENCE: the last answer has the text
holds() {
  grep -qF -- "$1" "$answer" || { printf 'FAILED %s: no %s in the answer\n' "$2" "$1" >&2; exit 1; }
}

member() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$answer" | head -n 1
}

local_token() {
  call POST /_local/token --data "{\"sub\":\"smoke\",\"tenant\":\"smoke\",\"roles\":[\"$1\"]}" >/dev/null
  member token
}

if [ "$(call GET /_local/status)" = 200 ]; then
  USER_TOKEN=${USER_TOKEN:-$(local_token user)}
  ADMIN_TOKEN=${ADMIN_TOKEN:-$(local_token admin)}
fi
: "${USER_TOKEN:?a stage needs USER_TOKEN, a token of a user}"
user=(--header "authorization: Bearer $USER_TOKEN")

expect 200 'the API is alive' GET /v1/health/live
expect 200 'the API is ready' GET /v1/health
expect 200 'the API document is there' GET /v1/openapi.json
holds '"openapi":"3.1.0"' 'the API document is there'
expect 200 'people can read it' GET /v1/docs
expect 401 'nobody comes in without a token' GET /v1/roadmaps
expect 401 'an unsigned webhook is refused' POST /v1/webhooks/lemonsqueezy --data '{}'
expect 200 'a follower is scored' POST /v1/followers/score "${user[@]}" \
  --data '{"followers":[{"handle":"rahul_sharma","fullName":"Rahul Sharma"}]}'
expect 422 'what is no address is refused' GET '/v1/tokens/nonsense/risk?chain=eip155:1' "${user[@]}"
expect 200 'the discover page is there' GET /v1/discover "${user[@]}"

key="smoke-$(date +%s)-$$"
roadmap='{"title":"Smoke","topic":"smoke","public":false,"lessons":[]}'
expect 201 'a roadmap is created' POST /v1/roadmaps "${user[@]}" --header "idempotency-key: $key" --data "$roadmap"
id=$(member id)
expect 201 'the same key creates nothing again' POST /v1/roadmaps "${user[@]}" --header "idempotency-key: $key" --data "$roadmap"
holds "$id" 'the same key creates nothing again'
expect 422 'the same key is for one body' POST /v1/roadmaps "${user[@]}" --header "idempotency-key: $key" \
  --data '{"title":"Other","topic":"smoke"}'
expect 200 'the roadmap is there' GET "/v1/roadmaps/$id" "${user[@]}"
expect 204 'the roadmap is deleted' DELETE "/v1/roadmaps/$id" "${user[@]}"
expect 404 'the roadmap is gone' GET "/v1/roadmaps/$id" "${user[@]}"
expect 403 'a user is no operator' GET /v1/audit-events "${user[@]}"

if [ -n "${ADMIN_TOKEN:-}" ]; then
  admin=(--header "authorization: Bearer $ADMIN_TOKEN")
  expect 200 'every component answers an operator' POST /v1/health "${admin[@]}"
  expect 200 'the audit is whole' GET /v1/audit-events/verification "${admin[@]}"
  holds '"intact":true' 'the audit is whole'
  expect 200 'operators see events' GET '/v1/webhook-events?limit=1' "${admin[@]}"
  expect 200 'operators see payments' GET '/v1/payments?limit=1' "${admin[@]}"
  expect 200 'operators see subscriptions' GET '/v1/subscriptions?limit=1' "${admin[@]}"
fi

printf '%d checks passed on %s\n' "$passed" "$base"
