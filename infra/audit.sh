#!/usr/bin/env bash
# Asks OSV (api.osv.dev) what is known today of each library in the deployable jars, and fails if anything is. Nightly and before
# a release: what was clean yesterday may not be. What cannot be used here is accepted, for a time, in
# infra/local/src/test/resources/accepted-vulnerabilities.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
exec mvn --batch-mode --no-transfer-progress verify -pl infra/local -am -Dgantry.audit=true \
  -Dtest=VulnerabilitiesTest -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=VulnerabilityAuditIT -Dfailsafe.failIfNoSpecifiedTests=false
