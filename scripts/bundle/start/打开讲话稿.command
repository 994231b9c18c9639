#!/bin/sh
# 双击或在终端里运行：第一次会先安装，以后直接打开。
here=$(cd "$(dirname "$0")" && pwd) || exit 2
fits() { "$1" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] not in open(sys.argv[1]).read().split())' "$here/pythons.txt" 2>/dev/null; }
for python in "$here/python/bin/python3" $(sed 's/^/python/' "$here/pythons.txt") python3; do
  if fits "$python"; then
    exec "$python" "$here/start.py" "$@"
  fi
done
echo "这台电脑上没有合用的 Python（要 $(tr '\n' ' ' <"$here/pythons.txt")中的一个）。请找管电脑的同事装一个，或者向交给您这个文件夹的人要带 Python 的那一种。"
[ -t 0 ] && { printf "按回车键关闭。"; read -r _; }
exit 2
