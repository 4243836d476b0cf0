# Ends the recorded processes once the JVM at the other end of stdin is gone, however it went. Lines on stdin:
#   watch <pid> <start>   a process, known by its pid and its start time from /proc, so that a reused pid is left alone
#   forget <pid>
#   postgres <folder>     a PostgreSQL server by its data folder: its pid is not known while pg_ctl is still starting it
# Ctrl-C reaches the whole process group; this process must outlive it.
trap '' INT HUP TERM QUIT TSTP
newline='
'
watched=
folders=

forget() {
  kept=
  for entry in $watched; do
    [ "${entry%%:*}" = "$1" ] || kept="$kept $entry"
  done
  watched=$kept
}

while read -r verb first second; do
  case $verb in
    watch) watched="$watched $first:$second" ;;
    forget) forget "$first" ;;
    postgres) folders="$folders$newline$first${second:+ $second}" ;;
  esac
done

# A zombie has ended: only its parent still has to notice.
still_runs() {
  { read -r line < "/proc/${1%%:*}/stat"; } 2>/dev/null || return 1
  set -- "$1" ${line##*) }
  [ "$2" != Z ] && [ "${21}" = "${1#*:}" ]
}

signal_watched() {
  for entry in $watched; do
    if still_runs "$entry"; then
      found=yes
      [ "$1" = NONE ] || kill -s "$1" "${entry%%:*}"
    fi
  done
}

# Starters and the server name the data folder on their command line; the server's own children only stand in it.
signal_postgres() {
  for process in $(grep -lsF -e "$2" /proc/[0-9]*/cmdline); do
    pid=${process#/proc/}
    pid=${pid%/cmdline}
    { read -r name < "/proc/$pid/comm"; } 2>/dev/null || continue
    case $name in
      pg_ctl | initdb | unshare) found=yes; kill -s KILL "$pid" ;;
      postgres) found=yes; [ "$1" = NONE ] || kill -s "$1" "$pid" ;;
    esac
  done
  for process in /proc/[0-9]*; do
    [ "$process/cwd" -ef "$2" ] || continue
    { read -r name < "$process/comm"; } 2>/dev/null || continue
    [ "$name" = postgres ] || continue
    found=yes
    [ "$1" != KILL ] || kill -s KILL "${process#/proc/}"
  done
}

signal_all() {
  found=no
  signal_watched "$1"
  old_ifs=$IFS
  IFS=$newline
  for folder in $folders; do
    IFS=$old_ifs
    signal_postgres "$2" "$folder"
    IFS=$newline
  done
  IFS=$old_ifs
}

# A process that was being started when the JVM went appears a moment later: two empty looks in a row mean the end.
{
  empty=0
  for round in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 \
    41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60; do
    case $round in
      1 | 2) signal_all TERM INT ;;
      25) signal_all TERM QUIT ;;
      3[5-9] | 4? | 5? | 60) signal_all KILL KILL ;;
      *) signal_all NONE NONE ;;
    esac
    if [ "$found" = no ]; then
      empty=$((empty + 1))
      [ "$empty" -lt 3 ] || exit 0
    else
      empty=0
    fi
    sleep 0.1
  done
} 2>/dev/null
